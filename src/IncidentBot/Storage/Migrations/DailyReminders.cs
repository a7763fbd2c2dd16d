using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>What a person was reminded of, and in which of their DMs.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130100000_DailyReminders")]
internal sealed class DailyReminders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "reminder_lines",
            columns: table => new
            {
                occurrence = table.Column<string>(nullable: false),
                reader = table.Column<string>(nullable: false),
                card = table.Column<string>(nullable: false),
                subject = table.Column<string>(nullable: false),
                incidents = table.Column<string>(nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                message = table.Column<string>(nullable: true),
                day = table.Column<DateOnly>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_reminder_lines", x => new { x.occurrence, x.reader }));
        migrationBuilder.CreateIndex("IX_reminder_lines_message", "reminder_lines", "message");
        migrationBuilder.CreateIndex("IX_reminder_lines_reader_day", "reminder_lines", ["reader", "day"]);
        migrationBuilder.CreateIndex("IX_reminder_lines_card_subject", "reminder_lines", ["card", "subject"]);
    }
}
