using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Texts that were kept as they were with a reason, and what people are called besides the name that is shown.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122170000_KeptWordings")]
internal sealed class KeptWordings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "kept_wordings",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                incident_number = table.Column<int>(nullable: false),
                field = table.Column<int>(nullable: false),
                text = table.Column<string>(nullable: false),
                rule = table.Column<string>(nullable: false),
                reason = table.Column<string>(nullable: false),
                by = table.Column<string>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_kept_wordings", x => x.id));
        migrationBuilder.CreateIndex("IX_kept_wordings_incident_number", "kept_wordings", "incident_number");
        migrationBuilder.AddColumn<string>("known_as", "people", nullable: false, defaultValue: "");
    }
}
