using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>A parked idea keeps its helpers, ticket, agreed day and destination.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130120000_DetailsOfIdeas")]
internal sealed class DetailsOfIdeas : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("helpers", "action_ideas", nullable: false, defaultValueSql: "'[]'");
        migrationBuilder.AddColumn<string>("ticket_link", "action_ideas", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("agreement_on", "action_ideas", nullable: true);
        migrationBuilder.AddColumn<int>("destination", "action_ideas", nullable: true);
    }
}
