using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Channels that have got another id, for nodes that did not hear of it.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122070000_MovedChannels")]
internal sealed class MovedChannels : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            name: "moved_channels",
            columns: table => new
            {
                old_id = table.Column<string>(nullable: false),
                new_id = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_moved_channels", x => x.old_id));
}
