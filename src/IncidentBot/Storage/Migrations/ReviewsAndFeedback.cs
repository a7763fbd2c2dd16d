using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>What people note at the progress review, and what they say about the meeting.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130162000_ReviewsAndFeedback")]
internal sealed class ReviewsAndFeedback : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("review_notes", "post_mortems", nullable: false, defaultValueSql: "'[]'");
        migrationBuilder.CreateTable(
            name: "meeting_feedback",
            columns: table => new
            {
                incident_number = table.Column<int>(nullable: false),
                voter = table.Column<string>(nullable: false),
                worth_it = table.Column<bool>(nullable: true),
                safe_to_speak = table.Column<bool>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_meeting_feedback", x => new { x.incident_number, x.voter }));
    }
}
