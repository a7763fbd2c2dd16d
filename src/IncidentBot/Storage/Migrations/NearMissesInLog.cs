using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace IncidentBot.Storage.Migrations;

/// <summary>Which near misses the search has yet to read, and the index by which the log finds those of a service.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261201040000_NearMissesInLog")]
internal sealed class NearMissesInLog : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "stale_near_misses",
            columns: table => new
            {
                id = table.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                near_miss_number = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_stale_near_misses", x => x.id);
                table.ForeignKey(
                    "FK_stale_near_misses_near_misses_near_miss_number",
                    x => x.near_miss_number,
                    "near_misses",
                    "number",
                    onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_stale_near_misses_near_miss_number", "stale_near_misses", "near_miss_number");
        migrationBuilder.CreateIndex("IX_near_misses_service_reported_at", "near_misses", ["service", "reported_at"]);
    }
}
