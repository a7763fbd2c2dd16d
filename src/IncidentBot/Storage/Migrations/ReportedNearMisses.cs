using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace IncidentBot.Storage.Migrations;

/// <summary>What was caught before it did harm, and what became of it.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130223000_ReportedNearMisses")]
internal sealed class ReportedNearMisses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "near_misses",
            columns: table => new
            {
                number = table.Column<int>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                version = table.Column<int>(nullable: false),
                reported_at = table.Column<DateTime>(nullable: false),
                reported_by = table.Column<string>(nullable: true),
                what_happened = table.Column<string>(nullable: false),
                caught_by = table.Column<string>(nullable: false),
                could_have_been = table.Column<int>(nullable: false),
                service = table.Column<string>(nullable: true),
                cause = table.Column<Guid>(nullable: true),
                incident_number = table.Column<int>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_near_misses", x => x.number));
        migrationBuilder.CreateIndex("IX_near_misses_reported_at", "near_misses", "reported_at");
        migrationBuilder.CreateIndex("IX_near_misses_cause", "near_misses", "cause");
    }
}
