using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kabinet.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PriceFrom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_price_from",
                table: "services",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_price_from",
                table: "services");
        }
    }
}
