using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Who is invited and why, who was there and signs off; what was gathered before the meeting, and where its board is.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122120000_MeetingPreparation")]
internal sealed class MeetingPreparation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("artefacts", "post_mortems", nullable: false, defaultValueSql: "'[]'");
        migrationBuilder.AddColumn<string>("board_link", "post_mortems", nullable: true);
        migrationBuilder.CreateTable(
            name: "attendees",
            columns: table => new
            {
                person = table.Column<string>(nullable: false),
                post_mortem_id = table.Column<Guid>(nullable: false),
                parts = table.Column<int>(nullable: false),
                is_invited = table.Column<bool>(nullable: false),
                present = table.Column<bool>(nullable: true),
                sign_off_due = table.Column<DateOnly>(nullable: true),
                signed_off_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_attendees", x => new { x.post_mortem_id, x.person });
                table.ForeignKey("FK_attendees_post_mortems_post_mortem_id", x => x.post_mortem_id, "post_mortems", "id", onDelete: ReferentialAction.Cascade);
            });
    }
}
