using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Indexes on the dates by which figures choose what they count.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130221200_DatesForFigures")]
internal sealed class DatesForFigures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_post_mortems_due_at", "post_mortems", "due_at");
        migrationBuilder.CreateIndex("IX_post_mortems_held_at", "post_mortems", "held_at");
        migrationBuilder.CreateIndex("IX_post_mortems_published_at", "post_mortems", "published_at");
        migrationBuilder.CreateIndex("IX_action_items_created_at", "action_items", "created_at");
    }
}
