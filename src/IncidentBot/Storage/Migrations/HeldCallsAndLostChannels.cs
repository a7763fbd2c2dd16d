using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>What Slack refused for a cause that somebody can mend is tried again; a channel may have put the bot out.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122050000_HeldCallsAndLostChannels")]
internal sealed class HeldCallsAndLostChannels : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("is_held", "outbox", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<bool>("is_bot_out", "incident_channels", nullable: false, defaultValue: false);
    }
}
