using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Named categories of structural gaps, and which gap has which.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130190000_CauseClasses")]
internal sealed class CauseClasses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "cause_classes",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                name = table.Column<string>(nullable: false),
                key = table.Column<string>(nullable: false),
                sentence = table.Column<string>(nullable: false),
                synonyms = table.Column<string>(nullable: false),
                merged_into = table.Column<Guid>(nullable: true),
                history = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_cause_classes", x => x.id));
        migrationBuilder.CreateIndex("IX_cause_classes_key", "cause_classes", "key", unique: true);
        migrationBuilder.CreateTable(
            name: "gap_causes",
            columns: table => new
            {
                incident_number = table.Column<int>(nullable: false),
                chain = table.Column<Guid>(nullable: false),
                @class = table.Column<Guid>(nullable: false),
                gap = table.Column<string>(nullable: false),
                factors = table.Column<string>(nullable: false),
                title = table.Column<string>(nullable: false),
                service = table.Column<string>(nullable: false),
                by = table.Column<string>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_gap_causes", x => new { x.incident_number, x.chain }));
        migrationBuilder.CreateIndex("IX_gap_causes_class", "gap_causes", "class");
        migrationBuilder.CreateIndex("IX_gap_causes_at", "gap_causes", "at");
    }
}
