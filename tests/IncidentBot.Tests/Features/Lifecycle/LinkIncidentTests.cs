using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems.Figures;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Features.Recurrence;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Features.Lifecycle;

public sealed class LinkIncidentTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task Incidents_of_one_event_share_one_post_mortem_until_they_are_unlinked()
    {
        await using var app = await BotApp.StartAsync();
        var (first, second) = await TwoAsync(app);
        var due = (await second.ReadAsync()).DueAt;

        await second.ChangeAsync(db => Assert.True(db.PostMortems.Single(each => each.IncidentNumber == 2).Schedule(
            new MeetingDetails(app.Now.AddDays(1), TimeSpan.FromHours(1), null, [app.IdOf("ben")]), app.IdOf("maya"), app.Now).Ok));
        await first.ChangeAsync(db => db.PostMortems.Single(each => each.IncidentNumber == 1)
            .MarkHeld(incidentIsResolved: true, app.IdOf("maya"), app.Now));

        await TypeAsync(app, second, "link 1");

        var covered = await second.ReadAsync();
        Assert.Contains(TextsIn(app, second), text => text.Contains("is dropped", StringComparison.Ordinal));
        Assert.Equal((1, PostMortemState.NotRequired, null), (covered.CoveredBy, covered.State, covered.DueAt));
        Assert.Contains(TextsIn(app, first), text => text.StartsWith("Covering incident 2 with its post-mortem", StringComparison.Ordinal));
        Assert.Contains(TextsIn(app, second), text => text.StartsWith("Covered by the post-mortem of", StringComparison.Ordinal));
        Assert.Contains("The post-mortem also covers *Incident 2*: Search is slow", CardOf(app, first), StringComparison.Ordinal);
        Assert.Contains("Covered by the post-mortem of *Incident 1*: Checkout is down", CardOf(app, second), StringComparison.Ordinal);
        var overview = app.Slack.PlainText(await second.OpenOverviewAsync());
        Assert.Contains("Incident 1: Checkout is down", overview, StringComparison.Ordinal);
        Assert.Contains("*Also covers*\nIncident 2: Search is slow", overview, StringComparison.Ordinal);
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);

        await TypeAsync(app, first, "unlink 2");

        var own = await second.ReadAsync();
        Assert.Equal((null, PostMortemState.Scheduled, due), (own.CoveredBy, own.State, own.DueAt));
        Assert.DoesNotContain("Incident 1", CardOf(app, second), StringComparison.Ordinal);
        Assert.Contains("No longer covered by the post-mortem of incident 1", TextsIn(app, second)[^1], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task The_write_up_covers_both_timelines_and_actions_and_publishing_it_publishes_both()
    {
        await using var app = await BotApp.StartAsync();
        var (first, second) = await TwoAsync(app);
        await TypeAsync(app, second, "note the search index was rebuilt");
        await second.AddActionAsync("ben", "Rebuild the index by night");
        await TypeAsync(app, second, "link 1");
        await first.CompleteAsync();

        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await app.SettleAsync();

        var document = (await app.ReadAsync(db => db.PublishedVersions.SingleAsync())).Markdown;
        Assert.Contains("Incident 2: Search is slow", document, StringComparison.Ordinal);
        Assert.Contains("Incident 2: the search index was rebuilt", document, StringComparison.Ordinal);
        Assert.Contains("Incident 1: the deploy went out", document, StringComparison.Ordinal);
        Assert.Contains("Rebuild the index by night", document, StringComparison.Ordinal);
        Assert.Equal(PostMortemState.Published, (await second.ReadAsync()).State);
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
        await TypeAsync(app, second, "unlink 1");
        Assert.Contains("can't be unlinked any more", Answer(app, second), StringComparison.Ordinal);
        await app.Slack.As("maya").TypeAsync("general", "/incident log");
        var log = EphemeralsOf(app, "maya", "general")[^1];
        Assert.Equal(2, log.Split("write-up").Length - 1);
    }

    [Fact]
    public async Task The_strictest_severity_and_the_earliest_deadline_hold_also_when_the_covered_incident_gets_worse()
    {
        await using var app = await BotApp.StartAsync();
        var first = await ResolvedIncident.Sev2(app);
        var second = await Scenarios.DeclaredSev3(app, "Payments are slow");
        await app.Slack.As("maya").TypeAsync(second.Channel, "/incident link 1");
        var before = (await first.ReadAsync()).DueAt!.Value;

        await app.Slack.As("maya").TypeAsync(second.Channel, "/incident sev 1");
        await app.SettleAsync();

        Assert.True((await first.ReadAsync()).DueAt < before);
        await Scenarios.Resolve(app, second);
        var covered = await app.ReadAsync(db => db.PostMortems.SingleAsync(each => each.IncidentNumber == second.Number));
        Assert.Equal((1, null), (covered.CoveredBy, covered.DueAt));
    }

    [Fact]
    public async Task A_follow_up_keeps_its_own_post_mortem_and_linking_again_or_in_another_way_changes_nothing()
    {
        await using var app = await BotApp.StartAsync();
        var (first, second) = await TwoAsync(app);

        await TypeAsync(app, second, "link 1 follow-up");
        await TypeAsync(app, second, "link #1 as follow-up");
        Assert.Contains("Nothing changed", Answer(app, second), StringComparison.Ordinal);
        await TypeAsync(app, second, "link 1");

        Assert.Contains("Unlink them first", Answer(app, second), StringComparison.Ordinal);
        Assert.Equal(PostMortemState.Due, (await second.ReadAsync()).State);
        Assert.Contains("Followed by *Incident 2*: Search is slow", CardOf(app, first), StringComparison.Ordinal);
        Assert.Contains("Follow-up of *Incident 1*: Checkout is down", CardOf(app, second), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task Without_a_number_a_form_asks_and_keeps_what_was_typed_when_it_is_wrong()
    {
        await using var app = await BotApp.StartAsync();
        var (_, second) = await TwoAsync(app);
        var maya = app.Slack.As("maya");

        await TypeAsync(app, second, "unlink");
        Assert.Contains("isn't linked", Answer(app, second), StringComparison.Ordinal);
        await TypeAsync(app, second, "link");
        var refused = await maya.SubmitAsync(
            await maya.FillAsync(app.Slack.OpenView("maya")!, ("number", "the first"), ("kind", "follow_up")));
        Assert.Contains("Give the number", refused!.Errors["number"], StringComparison.Ordinal);
        refused = await maya.SubmitAsync(await maya.FillAsync(refused, ("number", "77")));
        Assert.Contains("Incident 77 doesn't exist", refused!.Errors["number"], StringComparison.Ordinal);
        await maya.SubmitAsync(await maya.FillAsync(refused, ("number", "#1")));
        await app.SettleAsync();
        Assert.Contains("Follow-up of *Incident 1*", CardOf(app, second), StringComparison.Ordinal);

        await TypeAsync(app, second, "unlink");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("number", "1")));
        await app.SettleAsync();
        Assert.DoesNotContain("Incident 1", CardOf(app, second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_incident_is_only_linked_by_who_may_see_it_as_a_follow_up_and_without_its_title()
    {
        await using var app = await BotApp.StartAsync();
        await ResolvedIncident.Private(app);
        var second = await Scenarios.DeclaredSev2(app);

        await app.Slack.As("ben").TypeAsync(second.Channel, "/incident link 1 follow-up");
        Assert.Contains("doesn't exist, or you can't see it", EphemeralsOf(app, "ben", second.Channel)[^1], StringComparison.Ordinal);
        await app.Slack.As("maya").TypeAsync(second.Channel, "/incident link 1");
        Assert.Contains("A private incident keeps its own", EphemeralsOf(app, "maya", second.Channel)[^1], StringComparison.Ordinal);
        await app.Slack.As("maya").TypeAsync(second.Channel, "/incident link 1 follow-up");
        await app.SettleAsync();

        var seen = string.Join('\n', app.Slack.MessagesIn(second.Channel).Select(message => app.Slack.PlainText(message)));
        Assert.Contains("Follow-up of *Incident 1* (private)", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Checkout", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_carrying_incident_is_cancelled_the_others_have_their_own_post_mortem_again()
    {
        await using var app = await BotApp.StartAsync();
        var carrier = await Scenarios.DeclaredSev1(app, "Payments fail");
        await app.Slack.As("maya").TypeAsync(carrier.Channel, "/incident lead me");
        var covered = await Scenarios.DeclaredSev2(app);
        await app.Slack.As("maya").TypeAsync(covered.Channel, "/incident link 1");
        await Scenarios.Resolve(app, covered);
        Assert.Equal(1, (await app.ReadAsync(db => db.PostMortems.SingleAsync())).CoveredBy);

        await app.Slack.As("maya").TypeAsync(carrier.Channel, "/incident cancel It was a test");
        await app.SettleAsync();

        var own = await app.ReadAsync(db => db.PostMortems.SingleAsync());
        Assert.Equal((null, PostMortemState.Due), (own.CoveredBy, own.State));
        Assert.NotNull(own.DueAt);
        Assert.All(await app.ReadAsync(db => db.Incidents.ToListAsync()), incident => Assert.Empty(incident.Links));
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task In_the_repeat_rate_incidents_of_one_event_count_once()
    {
        await using var app = await BotApp.StartAsync();
        await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev1(app));
        var second = await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev2(app));
        Assert.Equal((1, 2), await RateAsync(app));

        await TypeAsync(app, second, "link 1");

        Assert.Equal((0, 1), await RateAsync(app));
        Assert.Equal(IncidentStatus.Resolved, (await app.ReadAsync(db => db.Incidents.SingleAsync(each => each.CoveredBy == 1))).Status);
    }

    private static async Task<(int Again, int Of)> RateAsync(BotApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var repeats = await scope.ServiceProvider.GetRequiredService<RepeatFigures>().InAsync(
            new FigureWindow(app.Now.AddDays(-30), app.Now.AddDays(1)), TestContext.Current.CancellationToken);
        return (repeats.Rate.Part, repeats.Rate.Whole);
    }

    private static async Task<(ResolvedIncident First, ResolvedIncident Second)> TwoAsync(BotApp app) =>
        (await ResolvedIncident.Sev1(app), await ResolvedIncident.Sev2(app));

    private static async Task TypeAsync(BotApp app, ResolvedIncident incident, string words)
    {
        await app.Slack.As("maya").TypeAsync(incident.Channel, $"/incident {words}");
        await app.SettleAsync();
    }

    private static string CardOf(BotApp app, ResolvedIncident incident) =>
        app.Slack.PlainText(app.Slack.MessagesIn(incident.Channel).Single(message => message.Pin is not null));

    private static List<string> TextsIn(BotApp app, ResolvedIncident incident) => [.. ShownMessages.TextsIn(app, incident.Channel)];

    private static string Answer(BotApp app, ResolvedIncident incident) => EphemeralsOf(app, "maya", incident.Channel)[^1];

    private static List<string> EphemeralsOf(BotApp app, string person, string channel) =>
        [.. app.Slack.EphemeralsFor(person, channel).Select(message => app.Slack.PlainText(message))];
}
