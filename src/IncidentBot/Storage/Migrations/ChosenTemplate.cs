using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>The template that somebody chose for a write-up.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122200000_ChosenTemplate")]
internal sealed class ChosenTemplate : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("template", "post_mortems", nullable: true);
}
