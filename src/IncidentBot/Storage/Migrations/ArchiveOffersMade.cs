using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>What became of the offers to archive a channel.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122010000_ArchiveOffersMade")]
internal sealed class ArchiveOffersMade : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("archive_offers", "incident_channels", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<DateTime>("archive_put_off_at", "incident_channels", nullable: true);
    }
}
