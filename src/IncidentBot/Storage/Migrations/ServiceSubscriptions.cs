using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>Who hears of which service, and which incidents they were shown.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261201041000_ServiceSubscriptions")]
internal sealed class ServiceSubscriptions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "service_subscriptions",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                target = table.Column<string>(nullable: false),
                service = table.Column<string>(nullable: false),
                service_key = table.Column<string>(nullable: false),
                by = table.Column<string>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
                digest_of = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_service_subscriptions", x => x.id));
        migrationBuilder.CreateIndex(
            "IX_service_subscriptions_target_service_key", "service_subscriptions", ["target", "service_key"], unique: true);
        migrationBuilder.CreateTable(
            name: "service_notices",
            columns: table => new
            {
                incident_number = table.Column<int>(nullable: false),
                target = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_service_notices", x => new { x.incident_number, x.target }));
    }
}
