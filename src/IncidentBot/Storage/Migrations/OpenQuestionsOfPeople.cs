using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>The indexes by which the home tab finds what a person was asked.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261201042000_OpenQuestionsOfPeople")]
internal sealed class OpenQuestionsOfPeople : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_attendees_person", "attendees", "person");
        migrationBuilder.CreateIndex("IX_preparation_requests_person", "preparation_requests", "person");
    }
}
