using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>The team that supports the owner of an action item.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130161000_SupportingTeams")]
internal sealed class SupportingTeams : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("team", "action_items", nullable: true);
        migrationBuilder.AddColumn<string>("team", "action_ideas", nullable: true);
    }
}
