using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>What figures count, in narrow rows. <c>FiguresOfEarlierReleases</c> writes those of older incidents.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261201060000_RowsForFigures")]
internal sealed class RowsForFigures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "figure_rows",
            columns: table => new
            {
                incident_number = table.Column<int>(nullable: false),
                started_at = table.Column<DateTime>(nullable: false),
                service = table.Column<string>(nullable: true),
                severity = table.Column<int>(nullable: false),
                is_counted = table.Column<bool>(nullable: false),
                is_private = table.Column<bool>(nullable: false),
                is_near_miss = table.Column<bool>(nullable: false),
                is_covered = table.Column<bool>(nullable: false),
                to_detect = table.Column<int>(nullable: true),
                to_acknowledge = table.Column<int>(nullable: true),
                to_mitigate = table.Column<int>(nullable: true),
                to_resolve = table.Column<int>(nullable: true),
                required_at = table.Column<DateTime>(nullable: true),
                is_waived = table.Column<bool>(nullable: false),
                held_at = table.Column<DateTime>(nullable: true),
                published_at = table.Column<DateTime>(nullable: true),
                clock_started_at = table.Column<DateTime>(nullable: true),
                facilitator = table.Column<string>(nullable: true),
                reopened_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_figure_rows", x => x.incident_number);
                table.ForeignKey(
                    "FK_figure_rows_incidents_incident_number",
                    x => x.incident_number,
                    "incidents",
                    "number",
                    onDelete: ReferentialAction.Cascade);
            });
        foreach (var column in new[] { "started_at", "required_at", "held_at", "published_at", "reopened_at" })
        {
            migrationBuilder.CreateIndex($"IX_figure_rows_{column}", "figure_rows", column);
        }

        migrationBuilder.CreateIndex("IX_attendees_sign_off_due", "attendees", "sign_off_due", filter: "sign_off_due IS NOT NULL");
    }
}
