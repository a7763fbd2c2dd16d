using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>The board of a post-mortem's meeting, and that the room agreed on the timeline.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122130000_MeetingRoom")]
internal sealed class MeetingRoom : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "meeting_boards",
            columns: table => new
            {
                incident_number = table.Column<int>(nullable: false),
                version = table.Column<int>(nullable: false),
                profile_key = table.Column<string>(nullable: false),
                driver = table.Column<string>(nullable: false),
                started_at = table.Column<DateTime>(nullable: false),
                finished_at = table.Column<DateTime>(nullable: true),
                prompt = table.Column<int>(nullable: false),
                line = table.Column<int>(nullable: false),
                visits = table.Column<string>(nullable: false),
                present = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_meeting_boards", x => x.incident_number));
        migrationBuilder.AddColumn<DateTime>("timeline_agreed_at", "post_mortems", nullable: true);
        migrationBuilder.AddColumn<string>("timeline_agreed_by", "post_mortems", nullable: true);
    }
}
