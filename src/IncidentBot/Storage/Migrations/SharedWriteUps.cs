using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Whom a published write-up was brought to.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122210000_SharedWriteUps")]
internal sealed class SharedWriteUps : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("shared", "post_mortems", nullable: false, defaultValueSql: "'[]'");
}
