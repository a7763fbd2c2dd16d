using System.Data.Common;
using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Features.Declare.NearMisses;
using IncidentBot.Sandbox.State;
using IncidentBot.Storage;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Declare;

/// <summary>Near misses come in by a door of their own, under a name or under none.</summary>
public sealed class NearMissTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R8")]
    public async Task A_near_miss_is_announced_thanked_classed_and_made_an_incident_once()
    {
        await using var app = await BotApp.StartAsync();
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident near-miss The import almost filled the disk");
        var form = app.Slack.OpenView("maya")!;
        Assert.Contains("The import almost filled the disk", form.Blocks.GetRawText(), StringComparison.Ordinal);
        await maya.SubmitAsync(form);
        Assert.Equal(["caught_by", "could_have_been"], app.Slack.OpenView("maya")!.Errors.Keys.Order());
        await FillAsync(app, "maya");

        await Task.WhenAll(maya.SubmitAsync(app.Slack.OpenView("maya")!), maya.SubmitAsync(app.Slack.OpenView("maya")!));
        await app.SettleAsync();

        var card = Assert.Single(Cards(app));
        Assert.Contains("could have been", app.Slack.PlainText(card), StringComparison.Ordinal);
        Assert.Contains("reported by", app.Slack.PlainText(card), StringComparison.Ordinal);
        Assert.Contains("Thank you for reporting near miss 1", app.Slack.PlainText(app.Slack.DmWith("maya")[^1]), StringComparison.Ordinal);
        Assert.Empty(await app.ReadAsync(db => db.Incidents.ToListAsync()));

        await NameCauseAsync(app);
        await MakeIncidentTwiceAsync(app);
    }

    [Fact]
    [Trait("Requirement", "R135")]
    public async Task Nothing_that_is_stored_or_logged_identifies_who_reported_anonymously()
    {
        await using var app = await BotApp.StartAsync();
        var ben = app.Slack.As("ben");
        await ben.TypeAsync("general", "/incident list");
        await app.SettleAsync();
        var before = await app.ReadAsync(EverythingAsync);
        await ben.TypeAsync("general", "/incident near-miss The import almost filled the disk");
        await FillAsync(app, "ben", ("options", "Report anonymously"));

        await ben.SubmitAsync(app.Slack.OpenView("ben")!);
        await app.SettleAsync();

        Assert.Contains("Thank you", app.Slack.PlainText(app.Slack.OpenView("ben")!), StringComparison.Ordinal);
        Assert.Contains("reported anonymously", app.Slack.PlainText(Assert.Single(Cards(app))), StringComparison.Ordinal);
        Assert.DoesNotContain(
            app.Slack.DmWith("ben"), message => app.Slack.PlainText(message).Contains("near miss", StringComparison.Ordinal));
        var stored = (await app.ReadAsync(EverythingAsync)).Except(before).ToList();
        Assert.NotEmpty(stored);
        foreach (var hint in new[] { ben.User.Id, ben.User.Name, ben.User.RealName })
        {
            Assert.DoesNotContain(stored.Concat(app.Logs.Information), line => line.Contains(hint, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task The_home_tab_opens_the_form()
    {
        await using var app = await BotApp.StartAsync();
        await app.Slack.As("maya").OpenHomeAsync();
        await app.SettleAsync();

        await app.Slack.As("maya").ClickAsync(app.Slack.HomeOf("maya")!, CardActions.NearMiss);

        Assert.Equal(NearMissModal.CallbackId, app.Slack.OpenView("maya")!.CallbackId);
    }

    private static async Task FillAsync(BotApp app, string person, params (string Field, string Value)[] more) =>
        await app.Slack.As(person).FillAsync(
            app.Slack.OpenView(person)!, [("could_have_been", "SEV1"), ("caught_by", "The disk alert"), ("service", "Checkout"), .. more]);

    /// <summary>The first class has only a name; its gaps and near misses are counted apart.</summary>
    private static async Task NameCauseAsync(BotApp app)
    {
        var ben = app.Slack.As("ben");
        await ben.ClickAsync(Cards(app).Single(), NearMissCauseModal.Open);
        await ben.SubmitAsync(app.Slack.OpenView("ben")!);
        Assert.Contains("cause_name", app.Slack.OpenView("ben")!.Errors.Keys);
        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("cause_name", "Disk without a limit")));
        await app.SettleAsync();

        Assert.Contains("Cause class: Disk without a limit", app.Slack.PlainText(Cards(app).Single()), StringComparison.Ordinal);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        foreach (var (command, counted) in new[]
        {
            ("causes", "Disk without a limit · no incidents · 1 near miss"), ("trends", "Near misses: 1, counted apart from incidents"),
        })
        {
            await ben.TypeAsync("general", $"/incident {command}");
            Assert.Contains(counted, ShownMessages.TextOf(app, app.Slack.OpenView("ben")!), StringComparison.Ordinal);
            await ben.CloseAsync(app.Slack.OpenView("ben")!, all: true);
        }
    }

    /// <summary>Two people press at the same time; both are shown the same incident.</summary>
    private static async Task MakeIncidentTwiceAsync(BotApp app)
    {
        foreach (var person in new[] { "ben", "tom" })
        {
            await app.Slack.As(person).ClickAsync(Cards(app).Single(), NearMissPostMortemModal.Open);
        }

        await Task.WhenAll(new[] { "ben", "tom" }.Select(person =>
            app.Slack.As(person).SubmitAsync(app.Slack.OpenView(person)!)));
        await app.SettleAsync();

        var incident = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal((IncidentKind.NearMiss, "Checkout"), (incident.Kind, incident.Service));
        Assert.Equal("The import almost filled the disk", incident.Title);
        Assert.Equal(PostMortemState.Due, (await app.ReadAsync(db => db.PostMortems.SingleAsync())).State);
        Assert.All(new[] { "ben", "tom" }, person => Assert.Contains(
            "is recorded", app.Slack.PlainText(app.Slack.OpenView(person)!), StringComparison.Ordinal));
        var card = app.Slack.PlainText(Cards(app).Single());
        Assert.Contains("incident 1 was made of it", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Hold post-mortem", card, StringComparison.Ordinal);
    }

    private static List<Message> Cards(BotApp app) =>
    [
        .. app.Slack.MessagesIn("incidents")
            .Where(message => app.Slack.PlainText(message).Contains("Near miss 1", StringComparison.Ordinal) && message.ThreadTs is null),
    ];

    /// <summary>Every row of every table, also of those that are only kept for a while.</summary>
    private static async Task<List<string>> EverythingAsync(IncidentDb db)
    {
        var rows = new List<string>();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add($"{table}: {string.Join(" | ", CellsOf(reader))}");
            }
        }

        return rows;
    }

    private static IEnumerable<string> CellsOf(DbDataReader reader) =>
        Enumerable.Range(0, reader.FieldCount).Select(cell => $"{reader.GetName(cell)}={reader.GetValue(cell)}");
}
