using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kabinet.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CabinetAddresses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cabinet_addresses",
                columns: table => new
                {
                    slug = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cabinet_addresses", x => x.slug);
                    table.ForeignKey(
                        name: "fk_cabinet_addresses_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cabinet_addresses_company_id",
                table: "cabinet_addresses",
                column: "company_id");

            migrationBuilder.Sql("INSERT INTO cabinet_addresses (slug, company_id) SELECT slug, id FROM companies");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cabinet_addresses");
        }
    }
}
