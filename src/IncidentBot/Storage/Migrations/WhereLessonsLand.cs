using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>What an action changes, and what a learning became.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261124110000_WhereLessonsLand")]
internal sealed class WhereLessonsLand : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("destination", "action_items", nullable: true);
        migrationBuilder.AddColumn<string>("link", "learnings", nullable: true);
    }
}
