using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>What people are asked before a meeting, and what they answer.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261201030000_PreparationRequests")]
internal sealed class PreparationRequests : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "preparation_requests",
        columns: table => new
        {
            incident_number = table.Column<int>(nullable: false),
            person = table.Column<string>(nullable: false),
            version = table.Column<int>(nullable: false),
            questions = table.Column<string>(nullable: false),
            about_entry = table.Column<Guid>(nullable: true),
            asked_by = table.Column<string>(nullable: false),
            asked_at = table.Column<DateTime>(nullable: false),
            state = table.Column<int>(nullable: false),
            answers = table.Column<string>(nullable: false),
            may_be_quoted = table.Column<bool>(nullable: false),
            quoted_in = table.Column<Guid>(nullable: true),
        },
        constraints: table => table.PrimaryKey("PK_preparation_requests", x => new { x.incident_number, x.person }));
}
