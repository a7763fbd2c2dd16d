using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace IncidentBot.Storage.Migrations;

/// <summary>
/// The index in which people search the log, and what the filters of the log need. <c>SearchesOfEarlierReleases</c> notes the older
/// incidents.
/// </summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130220000_LogIndex")]
internal sealed class LogIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "search_rows",
            columns: table => new
            {
                incident_number = table.Column<int>(nullable: false),
                text = table.Column<string>(nullable: false),
                words = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_search_rows", x => x.incident_number));
        migrationBuilder.CreateTable(
            name: "search_postings",
            columns: table => new
            {
                word = table.Column<string>(nullable: false),
                weight = table.Column<int>(nullable: false),
                incident_number = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_search_postings", x => new { x.word, x.weight, x.incident_number }));
        migrationBuilder.CreateTable(
            name: "search_words",
            columns: table => new
            {
                word = table.Column<string>(nullable: false),
                incidents = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_search_words", x => x.word));
        migrationBuilder.CreateTable(
            name: "stale_searches",
            columns: table => new
            {
                id = table.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                incident_number = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_stale_searches", x => x.id);
                table.ForeignKey(
                    "FK_stale_searches_incidents_incident_number",
                    x => x.incident_number,
                    "incidents",
                    "number",
                    onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_stale_searches_incident_number", "stale_searches", "incident_number");
        migrationBuilder.CreateIndex("IX_incidents_started_at_number", "incidents", ["started_at", "number"]);
        migrationBuilder.CreateIndex("IX_incidents_service_started_at", "incidents", ["service", "started_at"]);
        migrationBuilder.CreateIndex("IX_incident_roles_person_incident_number", "incident_roles", ["person", "incident_number"]);
        migrationBuilder.CreateIndex("IX_incidents_declared_by_number", "incidents", ["declared_by", "number"]);
    }
}
