using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kabinet.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeletionRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "anonymised",
                table: "customers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "deletion_requests",
                columns: table => new
                {
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    asked = table.Column<long>(type: "INTEGER", nullable: false),
                    closed = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deletion_requests", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "fk_deletion_requests_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deletion_requests_customers_company_id_customer_id",
                        columns: x => new { x.company_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_deletion_requests_company_id_closed",
                table: "deletion_requests",
                columns: new[] { "company_id", "closed" });

            migrationBuilder.CreateIndex(
                name: "ix_deletion_requests_company_id_customer_id",
                table: "deletion_requests",
                columns: new[] { "company_id", "customer_id" });

            // Who asked and has a card waits for the staff, once; who has none is forgotten: nothing refers to him.
            migrationBuilder.Sql("""
                INSERT INTO deletion_requests (company_id, id, customer_id, language, asked, reason)
                SELECT company_id, MIN(id), customer_id, 'ru', MIN(deletion_asked), ''
                FROM client_accounts WHERE deletion_asked IS NOT NULL AND customer_id IS NOT NULL GROUP BY company_id, customer_id
                """);
            migrationBuilder.Sql("""
                UPDATE client_devices SET account_id = NULL, name = '', phone = '', email = ''
                WHERE EXISTS (SELECT 1 FROM client_accounts WHERE client_accounts.company_id = client_devices.company_id AND client_accounts.id = client_devices.account_id
                    AND client_accounts.deletion_asked IS NOT NULL AND client_accounts.customer_id IS NULL)
                """);
            migrationBuilder.Sql("DELETE FROM client_accounts WHERE deletion_asked IS NOT NULL AND customer_id IS NULL");

            migrationBuilder.DropColumn(
                name: "deletion_asked",
                table: "client_accounts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "deletion_requests");

            migrationBuilder.DropColumn(
                name: "anonymised",
                table: "customers");

            migrationBuilder.AddColumn<long>(
                name: "deletion_asked",
                table: "client_accounts",
                type: "INTEGER",
                nullable: true);
        }
    }
}
