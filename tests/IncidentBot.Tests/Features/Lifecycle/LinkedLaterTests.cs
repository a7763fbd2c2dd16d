using IncidentBot.Domain.Incidents;
using IncidentBot.Tests.Features.IncidentLog;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Lifecycle;

/// <summary>What happens to linked incidents after they were linked, or while they are.</summary>
public sealed class LinkedLaterTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task A_carrying_incident_that_becomes_private_is_no_longer_named_beside_the_one_that_it_covers()
    {
        await using var app = await BotApp.StartAsync();
        var (first, second) = await LinkedAsync(app);
        Assert.Contains("covered by 1", await app.ReadAsync("ben", "log"), StringComparison.Ordinal);
        Assert.Contains("*Incident 1*: Checkout is down", CardOf(app, second), StringComparison.Ordinal);

        await first.ChangeAsync(db => db.Incidents.Single(each => each.Number == 1).MakePrivate());
        await app.SettleAsync();

        var log = await app.ReadAsync("ben", "log");
        Assert.Equal([2], LogFixture.NumbersIn(log));
        Assert.DoesNotContain("covered by", log, StringComparison.Ordinal);
        Assert.Contains("Covered by the post-mortem of a private incident", CardOf(app, second), StringComparison.Ordinal);
        Assert.DoesNotContain("ncident 1", CardOf(app, second), StringComparison.Ordinal);
        Assert.DoesNotContain("ncident 1", Headline(app, 2), StringComparison.Ordinal);
        Assert.Contains("covered by 1", await app.ReadAsync("maya", "log"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task A_new_title_shows_on_the_card_of_the_linked_incident()
    {
        await using var app = await BotApp.StartAsync();
        var (first, second) = await LinkedAsync(app);

        await first.ChangeAsync(db => db.Incidents.Single(each => each.Number == 1).Rename("Payments fail", app.IdOf("maya"), app.Now));
        await app.SettleAsync();

        Assert.Contains("*Incident 1*: Payments fail", CardOf(app, second), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task Two_people_who_link_the_same_incidents_at_once_link_them_once()
    {
        await using var app = await BotApp.StartAsync();
        var (first, second) = (await ResolvedIncident.Sev1(app), await ResolvedIncident.Sev2(app));

        await app.OvertakeAsync(
            "incidents",
            late: () => app.Slack.As("maya").TypeAsync(second.Channel, "/incident link 1"),
            first: () => app.Slack.As("ben").TypeAsync(first.Channel, "/incident link 2"));

        var incidents = await app.ReadAsync(db => db.Incidents.AsNoTracking().OrderBy(each => each.Number).ToListAsync());
        Assert.Equal([IncidentLinkKind.Covers], incidents[0].Links.Select(link => link.Kind));
        Assert.Equal([IncidentLinkKind.CoveredBy], incidents[1].Links.Select(link => link.Kind));
        Assert.Equal(1, incidents[1].CoveredBy);
    }

    [Fact]
    public async Task Incidents_that_are_linked_while_Slack_is_down_say_so_once_when_it_is_back()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        var (first, second) = (await ResolvedIncident.Sev1(app), await ResolvedIncident.Sev2(app));
        await app.Slack.As("maya").TypeAsync(second.Channel, "/incident link 1");
        app.Slack.Failures.SlackIsDown(TimeSpan.FromMinutes(10));

        await app.SettleAsync();
        Assert.DoesNotContain(ShownMessages.TextsIn(app, second.Channel), text => text.StartsWith("Covered by", StringComparison.Ordinal));
        await app.AdvanceInStepsAsync(TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(2));

        Assert.Equal(1, (await second.ReadAsync()).CoveredBy);
        Assert.Single(
            ShownMessages.TextsIn(app, second.Channel), text => text.StartsWith("Covered by the post-mortem of", StringComparison.Ordinal));
        Assert.Single(
            ShownMessages.TextsIn(app, first.Channel), text => text.StartsWith("Covering incident 2", StringComparison.Ordinal));
        Assert.Contains("*Incident 1*: Checkout is down", CardOf(app, second), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task The_channel_of_a_covered_incident_is_offered_for_archiving_a_week_after_the_shared_write_up()
    {
        await using var app = await BotApp.StartAsync();
        var (_, second) = await LinkedAsync(app);
        var published = app.Now;
        await app.ReadAsync(async db =>
        {
            var carrier = await db.PostMortems.SingleAsync(each => each.IncidentNumber == 1);
            db.Entry(carrier.WriteUp).Property(writeUp => writeUp.PublishedAt).CurrentValue = published;
            return await db.SaveChangesAsync();
        });

        await app.AdvanceAsync(TimeSpan.FromDays(6));
        Assert.DoesNotContain(ShownMessages.TextsIn(app, second.Channel), IsOffer);
        await app.AdvanceAsync(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(6));

        Assert.Single(ShownMessages.TextsIn(app, second.Channel), IsOffer);
    }

    private static bool IsOffer(string text) => text.Contains("Archive this channel?", StringComparison.Ordinal);

    private static async Task<(ResolvedIncident First, ResolvedIncident Second)> LinkedAsync(BotApp app)
    {
        var (first, second) = (await ResolvedIncident.Sev1(app), await ResolvedIncident.Sev2(app));
        await app.Slack.As("maya").TypeAsync(second.Channel, "/incident link 1");
        await app.SettleAsync();
        return (first, second);
    }

    private static string CardOf(BotApp app, ResolvedIncident incident) =>
        app.Slack.PlainText(app.Slack.MessagesIn(incident.Channel).Single(message => message.Pin is not null));

    private static string Headline(BotApp app, int number) => app.Slack.MessagesIn("incidents")
        .Select(message => app.Slack.PlainText(message))
        .First(text => text.Contains($"Incident {number}:", StringComparison.Ordinal));
}
