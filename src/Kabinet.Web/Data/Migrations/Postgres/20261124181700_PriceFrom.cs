using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kabinet.Data.Migrations.Postgres
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
                type: "boolean",
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
