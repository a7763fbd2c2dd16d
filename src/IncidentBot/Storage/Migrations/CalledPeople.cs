using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Who was called into an incident's channel, so that nobody is called twice.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261122040000_CalledPeople")]
internal sealed class CalledPeople : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("called", "incident_channels", nullable: false, defaultValueSql: "'[]'");
}
