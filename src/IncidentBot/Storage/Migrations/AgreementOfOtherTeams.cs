using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>The day on which another team agrees to an action item that touches it.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261124100000_AgreementOfOtherTeams")]
internal sealed class AgreementOfOtherTeams : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateOnly>("agreement_on", "action_items", nullable: true);
}
