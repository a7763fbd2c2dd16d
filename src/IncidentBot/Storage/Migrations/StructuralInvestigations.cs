using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>What three incidents with one cause call for.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130221100_StructuralInvestigations")]
internal sealed class StructuralInvestigations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "structural_investigations",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                @class = table.Column<Guid>(nullable: false),
                quarter = table.Column<string>(nullable: false),
                incident_number = table.Column<int>(nullable: false),
                since = table.Column<DateTime>(nullable: false),
                opened_at = table.Column<DateTime>(nullable: false),
                owner = table.Column<string>(nullable: true),
                owned_since = table.Column<DateTime>(nullable: true),
                closed_at = table.Column<DateTime>(nullable: true),
                closed_by = table.Column<string>(nullable: true),
                outcome = table.Column<int>(nullable: true),
                decision = table.Column<string>(nullable: true),
                history = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_structural_investigations", x => x.id));
        migrationBuilder.CreateIndex(
            "IX_structural_investigations_class_quarter", "structural_investigations", ["class", "quarter"], unique: true);
        migrationBuilder.CreateIndex("IX_structural_investigations_closed_at", "structural_investigations", "closed_at");
    }
}
