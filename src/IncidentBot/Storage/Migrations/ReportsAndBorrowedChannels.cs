using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>An incident may have no channel of its own, and remembers in which one it was declared.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122030000_ReportsAndBorrowedChannels")]
internal sealed class ReportsAndBorrowedChannels : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Until now every incident had one.
        migrationBuilder.AddColumn<bool>("has_channel", "incidents", nullable: false, defaultValue: true);
        migrationBuilder.AddColumn<string>("declared_in", "incident_channels", nullable: true);
    }
}
