using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Whether actions worked, whether it has come back, and what opened the cause again.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261123100000_LookingBack")]
internal sealed class LookingBack : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("verdict", "action_items", nullable: true);
        migrationBuilder.AddColumn<DateTime>("verdict_at", "action_items", nullable: true);
        migrationBuilder.AddColumn<string>("verdict_by", "action_items", nullable: true);
        migrationBuilder.AddColumn<string>("verdict_reason", "action_items", nullable: true);
        migrationBuilder.AddColumn<int>("times_judged", "action_items", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<string>("return_answers", "post_mortems", nullable: false, defaultValueSql: "'[]'");
        migrationBuilder.AddColumn<string>("open_causes", "post_mortems", nullable: false, defaultValueSql: "'[]'");
    }
}
