using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Chains of whys from other symptoms.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122140000_SeveralWhyChains")]
internal sealed class SeveralWhyChains : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("more_why_chains", "post_mortems", nullable: false, defaultValueSql: "'[]'");
}
