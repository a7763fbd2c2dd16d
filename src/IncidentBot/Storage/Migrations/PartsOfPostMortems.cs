using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>The meeting, the write-up and the reviews of a post-mortem count and keep their own changes.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261130030000_PartsOfPostMortems")]
internal sealed class PartsOfPostMortems : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var part in new[] { "meeting", "write_up", "reviews" })
        {
            migrationBuilder.AddColumn<int>($"{part}_version", "post_mortems", nullable: false, defaultValue: 0);
            migrationBuilder.AddColumn<string>($"{part}_history", "post_mortems", nullable: false, defaultValueSql: "'[]'");
        }
    }
}
