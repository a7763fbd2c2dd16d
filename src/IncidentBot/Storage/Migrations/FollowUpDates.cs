using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>The days on which a post-mortem is looked at again.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122160000_FollowUpDates")]
internal sealed class FollowUpDates : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("follow_ups", "post_mortems", nullable: false, defaultValueSql: "'[]'");
}
