using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kabinet.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CustomerCards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "birthday",
                table: "customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_black_listed",
                table: "customers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "notes",
                table: "customers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "customers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "tags",
                table: "customers",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "customer_phones",
                columns: table => new
                {
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    customer_id = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_phones", x => new { x.company_id, x.number });
                    table.ForeignKey(
                        name: "fk_customer_phones_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customer_phones_customers_company_id_customer_id",
                        columns: x => new { x.company_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_customers_company_id_search_text_id",
                table: "customers",
                columns: new[] { "company_id", "search_text", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_phones_company_id_customer_id",
                table: "customer_phones",
                columns: new[] { "company_id", "customer_id" });

            migrationBuilder.Sql("INSERT INTO customer_phones (company_id, number, customer_id, position) SELECT company_id, phone, id, 1 FROM customers WHERE phone IS NOT NULL");
            migrationBuilder.Sql("UPDATE customers SET search_text = search_text || ' ' || lower(email) WHERE email IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customer_phones");

            migrationBuilder.DropIndex(
                name: "ix_customers_company_id_search_text_id",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "birthday",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "is_black_listed",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "notes",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "source",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "customers");
        }
    }
}
