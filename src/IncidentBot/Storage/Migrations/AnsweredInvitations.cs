using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Invited people who can't attend a meeting, and at which time.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130160000_AnsweredInvitations")]
internal sealed class AnsweredInvitations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateTimeOffset>("declined_start", "attendees", nullable: true);
}
