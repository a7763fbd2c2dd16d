using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Indexes with which the incidents of a class are counted without reading the rows.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130221000_CountsOfCauses")]
internal sealed class CountsOfCauses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_gap_causes_class_incident_number", "gap_causes", ["class", "incident_number"]);
        migrationBuilder.CreateIndex("IX_incidents_number", "incidents", "number", filter: "is_drill OR status = 4");
    }
}
