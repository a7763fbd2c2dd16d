using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>What people say right after an incident, apart from its post-mortem.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122110000_DebriefNotes")]
internal sealed class DebriefNotes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "debrief_notes",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                incident_number = table.Column<int>(nullable: false),
                by = table.Column<string>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
                what_happened = table.Column<string>(nullable: false),
                immediate_fix = table.Column<string>(nullable: false),
                not_to_forget = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_debrief_notes", x => x.id));
        migrationBuilder.CreateIndex("IX_debrief_notes_incident_number", "debrief_notes", "incident_number");
    }
}
