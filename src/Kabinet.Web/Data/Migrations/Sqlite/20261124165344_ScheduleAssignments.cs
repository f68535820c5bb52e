using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kabinet.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ScheduleAssignments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_archived",
                table: "work_schedules",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "schedule_assignments",
                columns: table => new
                {
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    resource_id = table.Column<int>(type: "INTEGER", nullable: false),
                    from_date = table.Column<string>(type: "TEXT", nullable: false),
                    schedule_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schedule_assignments", x => new { x.company_id, x.resource_id, x.from_date });
                    table.ForeignKey(
                        name: "fk_schedule_assignments_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_schedule_assignments_resources_company_id_resource_id",
                        columns: x => new { x.company_id, x.resource_id },
                        principalTable: "resources",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_schedule_assignments_work_schedules_company_id_schedule_id",
                        columns: x => new { x.company_id, x.schedule_id },
                        principalTable: "work_schedules",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_schedule_assignments_company_id_schedule_id",
                table: "schedule_assignments",
                columns: new[] { "company_id", "schedule_id" });

            // The schedule that a resource had becomes its first: it has been so since ever.
            migrationBuilder.Sql("""
                INSERT INTO schedule_assignments (company_id, resource_id, from_date, schedule_id)
                SELECT resources.company_id, resources.id, '1970-01-01', resources.schedule_id
                FROM resources JOIN work_schedules ON work_schedules.company_id = resources.company_id AND work_schedules.id = resources.schedule_id
                """);

            migrationBuilder.DropColumn(
                name: "schedule_id",
                table: "resources");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_archived",
                table: "work_schedules");

            migrationBuilder.AddColumn<int>(
                name: "schedule_id",
                table: "resources",
                type: "INTEGER",
                nullable: true);

            // The schedule that began last is taken for the resource's only one.
            migrationBuilder.Sql("""
                UPDATE resources SET schedule_id = (
                    SELECT schedule_id FROM schedule_assignments AS assignment
                    WHERE assignment.company_id = resources.company_id AND assignment.resource_id = resources.id ORDER BY from_date DESC LIMIT 1)
                """);

            migrationBuilder.DropTable(
                name: "schedule_assignments");
        }
    }
}
