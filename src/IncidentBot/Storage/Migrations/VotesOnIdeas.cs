using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Ideas are voted on, and say how much work they are.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122150000_VotesOnIdeas")]
internal sealed class VotesOnIdeas : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("voters", "action_ideas", nullable: false, defaultValueSql: "'[]'");
        migrationBuilder.AddColumn<int>("effort", "action_ideas", nullable: true);
        migrationBuilder.AddColumn<int>("priority", "action_ideas", nullable: true);
    }
}
