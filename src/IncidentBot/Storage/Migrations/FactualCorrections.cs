using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>What readers of a write-up say is wrong, and what became of it.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122190000_FactualCorrections")]
internal sealed class FactualCorrections : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "factual_corrections",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                text = table.Column<string>(nullable: false),
                section = table.Column<int>(nullable: true),
                by = table.Column<string>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
                answer = table.Column<int>(nullable: false),
                reason = table.Column<string>(nullable: true),
                answered_by = table.Column<string>(nullable: true),
                answered_at = table.Column<DateTime>(nullable: true),
                post_mortem_id = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_factual_corrections", x => x.id);
                table.ForeignKey("FK_factual_corrections_post_mortems_post_mortem_id", x => x.post_mortem_id, "post_mortems", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_factual_corrections_post_mortem_id", "factual_corrections", "post_mortem_id");
    }
}
