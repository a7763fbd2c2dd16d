using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Links between incidents, and the post-mortem that covers several.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261201010000_LinkedIncidents")]
internal sealed class LinkedIncidents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("links", "incidents", nullable: false, defaultValueSql: "'[]'");
        migrationBuilder.AddColumn<int>("covered_by", "incidents", nullable: true);
        migrationBuilder.AddColumn<int>("covered_by", "post_mortems", nullable: true);
        migrationBuilder.CreateIndex("IX_incidents_covered_by", "incidents", "covered_by", filter: "covered_by IS NOT NULL");
    }
}
