using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Who is from another organisation, and which workspace is our own.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130090000_WhoPeopleAreToUs")]
internal sealed class WhoPeopleAreToUs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("is_outsider", "people", nullable: true);
        migrationBuilder.CreateTable(
            name: "own_workspace",
            columns: table => new
            {
                id = table.Column<int>(nullable: false),
                team_id = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_own_workspace", x => x.id));
    }
}
