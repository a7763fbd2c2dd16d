using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Who put themselves into the pool of facilitators, and who was asked for which incident.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122100000_FacilitatorPool")]
internal sealed class FacilitatorPool : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "facilitator_pool",
            columns: table => new
            {
                person = table.Column<string>(nullable: false),
                since = table.Column<DateTime>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_facilitator_pool", x => x.person));
        migrationBuilder.CreateTable(
            name: "facilitator_asks",
            columns: table => new
            {
                incident_number = table.Column<int>(nullable: false),
                turn = table.Column<int>(nullable: false),
                person = table.Column<string>(nullable: false),
                asked_at = table.Column<DateTime>(nullable: false),
                answer_by = table.Column<DateTime>(nullable: false),
                state = table.Column<int>(nullable: false),
                closed_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_facilitator_asks", x => new { x.incident_number, x.turn }));
        migrationBuilder.CreateIndex("IX_facilitator_asks_person", "facilitator_asks", "person");
    }
}
