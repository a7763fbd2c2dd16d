using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Several incidents may borrow one channel after another, so a message says to which of them it belongs.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261129230000_SharedBorrowedChannels")]
internal sealed class SharedBorrowedChannels : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("borrowed_id", "incident_channels", nullable: true);
        migrationBuilder.CreateIndex("IX_incident_channels_borrowed_id", "incident_channels", "borrowed_id");
        migrationBuilder.AddColumn<int>("incident_number", "channel_messages", nullable: true);
    }
}
