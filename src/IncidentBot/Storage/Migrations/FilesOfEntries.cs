using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>The files that show what an entry of the timeline says.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122020000_FilesOfEntries")]
internal sealed class FilesOfEntries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("files", "timeline_entries", nullable: false, defaultValueSql: "'[]'");
}
