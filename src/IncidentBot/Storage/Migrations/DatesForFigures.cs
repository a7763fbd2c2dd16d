using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Indexes with which figures are counted by date, without reading the rows.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130221200_DatesForFigures")]
internal sealed class DatesForFigures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_post_mortems_due_at", "post_mortems", "due_at");
        migrationBuilder.CreateIndex("IX_post_mortems_held_at", "post_mortems", "held_at");
        migrationBuilder.CreateIndex("IX_post_mortems_published_at", "post_mortems", "published_at");
        migrationBuilder.CreateIndex(
            "IX_action_items_decided",
            "action_items",
            ["created_at", "state", "verdict", "incident_number", "closed_at"]);
        migrationBuilder.CreateIndex(
            "IX_action_items_closed_at_created_at_incident_number", "action_items", ["closed_at", "created_at", "incident_number"]);
        migrationBuilder.CreateIndex(
            "IX_incidents_started_at_is_drill_status_is_private_service",
            "incidents",
            ["started_at", "is_drill", "status", "is_private", "service"]);
        migrationBuilder.CreateIndex("IX_gap_causes_incident_number_class", "gap_causes", ["incident_number", "class"]);
    }
}
