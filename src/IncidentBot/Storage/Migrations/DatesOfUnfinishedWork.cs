using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>
/// What the sweeps compare with the clock, in columns and indexes of its own: looking for what is due costs nothing for what is finished.
/// <c>DatesOfEarlierReleases</c> fills the columns of older rows.
/// </summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130123000_DatesOfUnfinishedWork")]
internal sealed class DatesOfUnfinishedWork : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var day in new[] { "progress_on", "effectiveness_on", "recurrence_on" })
        {
            migrationBuilder.AddColumn<DateOnly>(day, "post_mortems", nullable: true);
        }

        foreach (var instant in new[] { "reopened_at", "unshared_since" })
        {
            migrationBuilder.AddColumn<DateTime>(instant, "post_mortems", nullable: true);
        }

        foreach (var part in new[] { "reviews", "write_up" })
        {
            migrationBuilder.AddColumn<int>($"{part}_dated_version", "post_mortems", nullable: false, defaultValue: -1);
        }

        AddIndex(migrationBuilder, "post_mortems", "state", "need", "due_at");
        AddIndex(migrationBuilder, "post_mortems", "recurrence_on");
        AddIndex(migrationBuilder, "post_mortems", "reopened_at");
        AddIndex(migrationBuilder, "post_mortems", "unshared_since");
        AddIndex(migrationBuilder, "factual_corrections", "answer");
        AddIndex(migrationBuilder, "attendees", "signed_off_at", "sign_off_due");
        AddIndex(migrationBuilder, "action_items", "state", "verdict", "owner");
        AddIndex(migrationBuilder, "incidents", "declared_at");
        AddIndex(migrationBuilder, "incidents", "resolved_at");
        AddIndex(migrationBuilder, "incidents", "leadless_since");
        AddIndex(migrationBuilder, "incidents", "next_update_due");
        AddIndex(migrationBuilder, "meeting_boards", "finished_at");
        AddIndex(migrationBuilder, "facilitator_asks", "state");
        migrationBuilder.CreateIndex(
            "IX_post_mortems_facilitator_state", "post_mortems", ["facilitator", "state"], filter: "facilitator IS NOT NULL");
        migrationBuilder.CreateIndex("IX_incidents_is_private", "incidents", "is_private", filter: "is_private");
    }

    private static void AddIndex(MigrationBuilder migrationBuilder, string table, params string[] columns) =>
        migrationBuilder.CreateIndex($"IX_{table}_{string.Join('_', columns)}", table, columns);
}
