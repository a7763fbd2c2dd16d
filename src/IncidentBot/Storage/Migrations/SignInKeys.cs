using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Storage.Migrations;

/// <summary>The keys of the cookies by which the pages know who is signed in.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261201070000_SignInKeys")]
internal sealed class SignInKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "sign_in_keys",
        columns: table => new
        {
            id = table.Column<int>(nullable: false),
            name = table.Column<string>(nullable: false),
            xml = table.Column<string>(nullable: false),
        },
        constraints: table => table.PrimaryKey("PK_sign_in_keys", x => x.id));
}
