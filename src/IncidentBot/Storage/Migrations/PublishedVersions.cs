using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>The versions of a write-up as they went out, and who has read it.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122180000_PublishedVersions")]
internal sealed class PublishedVersions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "published_versions",
            columns: table => new
            {
                incident_number = table.Column<int>(nullable: false),
                revision = table.Column<int>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
                by = table.Column<string>(nullable: false),
                note = table.Column<string>(nullable: false),
                markdown = table.Column<string>(nullable: false),
                message = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_published_versions", x => new { x.incident_number, x.revision }));
        migrationBuilder.CreateTable(
            name: "write_up_readers",
            columns: table => new
            {
                incident_number = table.Column<int>(nullable: false),
                person = table.Column<string>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_write_up_readers", x => new { x.incident_number, x.person }));
    }
}
