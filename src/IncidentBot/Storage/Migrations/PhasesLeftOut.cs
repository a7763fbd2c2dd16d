using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>The phases that a meeting leaves out, and what became of parked questions.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130150000_PhasesLeftOut")]
internal sealed class PhasesLeftOut : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("left_out", "meeting_boards", nullable: false, defaultValueSql: "'[]'");
        migrationBuilder.AddColumn<int>("outcome", "parked_items", nullable: true);
        migrationBuilder.AddColumn<string>("answer", "parked_items", nullable: true);
        migrationBuilder.AddColumn<string>("settled_by", "parked_items", nullable: true);
        migrationBuilder.AddColumn<DateTime>("settled_at", "parked_items", nullable: true);
    }
}
