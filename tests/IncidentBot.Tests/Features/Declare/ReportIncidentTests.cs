using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Features.Declare;
using IncidentBot.Sandbox.State;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Declare;

public sealed class ReportIncidentTests
{
    // The clock stands at 2026-03-03 09:00 UTC.
    private static readonly DateTimeOffset Started = new(2026, 2, 27, 20, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Ended = new(2026, 2, 27, 22, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_past_incident_is_recorded_with_its_own_times_and_without_a_channel()
    {
        await using var app = await BotApp.StartAsync();
        await ReportAsync(app, ("lead", "ben"));

        var incident = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal((Started, Ended, IncidentStatus.Resolved), (incident.StartedAt, incident.EndedAt, incident.Status));
        Assert.Equal(TimeSpan.FromMinutes(150), incident.Duration);
        Assert.DoesNotContain(app.Slack.Channels.All, channel => channel.Name.StartsWith("inc-", StringComparison.Ordinal));
        Assert.Contains("recorded afterwards by", app.Slack.PlainText(Headline(app)), StringComparison.Ordinal);
        Assert.DoesNotContain("creating the channel", app.Slack.PlainText(Headline(app)), StringComparison.Ordinal);
        Assert.Contains("thread of its headline", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_for_the_post_mortem_starts_at_the_report()
    {
        await using var app = await BotApp.StartAsync();
        var reported = app.Now;
        await ReportAsync(app, ("lead", "ben"));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        var postMortem = await app.ReadAsync(db => db.PostMortems.SingleAsync());
        Assert.InRange(postMortem.DueAt!.Value, reported.AddHours(48), reported.AddHours(48).AddMinutes(1));
        Assert.Contains(
            "is recorded. A post-mortem is required", app.Slack.PlainText(app.Slack.DmWith("ben")[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cards_of_a_past_incident_are_in_the_thread_of_its_headline()
    {
        await using var app = await BotApp.StartAsync();
        await ReportAsync(app);

        var thread = Thread(app);
        Assert.StartsWith("Incident 1: Checkout was down", app.Slack.PlainText(thread[0]), StringComparison.Ordinal);
        Assert.StartsWith("Incident 1 is recorded", app.Slack.PlainText(thread[1]), StringComparison.Ordinal);
        Assert.Empty(await app.ReadAsync(db => db.Outbox.Where(row => row.State == LaneRowState.Parked).ToListAsync()));
    }

    [Fact]
    public async Task A_past_incident_reaches_its_write_up_without_a_channel()
    {
        await using var app = await BotApp.StartAsync();
        await ReportAsync(app, ("lead", "maya"));
        var maya = app.Slack.As("maya");
        await maya.CloseAsync(app.Slack.OpenView("maya")!, all: true);

        await maya.ClickAsync(Thread(app)[0], CardActions.AddEntry);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("text", "The pool ran out")));
        await maya.TypeAsync("incidents", "The pool was never resized", Thread(app)[0].ThreadTs);
        await maya.MessageShortcutAsync(
            "timeline_add", Thread(app).Single(message => message.Text.Contains("never resized", StringComparison.Ordinal)));
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);
        Assert.Contains(
            await app.ReadAsync(db => db.TimelineEntries.ToListAsync()),
            entry => entry.Text.Contains("never resized", StringComparison.Ordinal));
        await maya.ClickAsync(Thread(app)[1], CardActions.SchedulePostMortem);
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);
        await maya.TypeAsync("general", "/postmortem 1");
        await maya.CloseAsync(app.Slack.OpenView("maya")!, all: true);
        await maya.TypeAsync("general", "/incident sev 1 3");
        await maya.TypeAsync("general", "/incident pm 1 waive It happened once and the part is gone");
        await app.SettleAsync();

        var told = string.Join("\n", Thread(app).Select(message => app.Slack.PlainText(message)));
        Assert.Contains("The pool ran out", told, StringComparison.Ordinal);
        Assert.Contains("SEV1 → SEV3", told, StringComparison.Ordinal);
        Assert.Contains("waived the post-mortem", told, StringComparison.Ordinal);
        Assert.Contains(Thread(app), message => message.Files.Count > 0);
        Assert.Single(app.Slack.MessagesIn("incidents"), message => message.BotId is not null && !message.IsReply);
        Assert.Empty(await app.ReadAsync(db => db.Outbox.Where(row => row.State == LaneRowState.Parked).ToListAsync()));
    }

    [Fact]
    public async Task A_past_incident_gets_a_channel_of_its_own_on_request()
    {
        await using var app = await BotApp.StartAsync();
        await ReportAsync(app, ("private", "channel"));

        var channel = app.Slack.Channels.Named("inc-1-20260303-checkout-was-down");
        Assert.Equal("SEV1 · Resolved · no lead · PM due Thu 09:00 UTC", channel.Topic.Value);
        Assert.Contains(app.Slack.MessagesIn(channel.Id), message => message.Pin is not null);
        Assert.Contains(
            app.Slack.MessagesIn(channel.Id),
            message => app.Slack.PlainText(message).StartsWith("Incident 1 is recorded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_private_past_incident_is_shown_only_to_the_person_who_reported_it()
    {
        await using var app = await BotApp.StartAsync();
        await ReportAsync(app, ("private", "private"));

        Assert.DoesNotContain(app.Slack.MessagesIn("incidents"), message => message.BotId is not null);
        Assert.Contains(
            app.Slack.DmWith("maya"),
            message => app.Slack.PlainText(message).StartsWith("Incident 1: Checkout was down", StringComparison.Ordinal));
        Assert.Empty(await app.ReadAsync(db => db.Outbox.Where(row => row.State == LaneRowState.Parked).ToListAsync()));
    }

    [Theory]
    [InlineData("private", "report")]
    [InlineData("channel,private", "report")]
    [InlineData("private", "declare")]
    public async Task A_private_past_incident_leaves_nothing_in_incidents_until_it_is_published_and_after(string options, string from)
    {
        await using var app = await BotApp.StartAsync();
        var maya = app.Slack.As("maya");
        if (from == "declare")
        {
            await maya.TypeAsync("general", "/incident Checkout was down");
            await maya.ClickAsync(app.Slack.OpenView("maya")!, DeclareModal.ShowMore);
            await maya.ClickAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("private", options)), DeclareModal.Report);
            await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, Times(Started, Ended)));
        }
        else
        {
            await maya.SubmitAsync(await maya.FillAsync(await FilledAsync(app, Started, Ended), ("private", options)));
        }

        await app.SettleAsync();
        await maya.CloseAsync(app.Slack.OpenView("maya")!, all: true);
        await app.AdvanceAsync(TimeSpan.FromDays(8));
        await maya.TypeAsync("general", "/incident debrief #1");
        await maya.TypeAsync("general", "/incident pm #1");
        await app.SettleAsync();

        Assert.True((await app.ReadAsync(db => db.Incidents.SingleAsync())).IsPrivate);
        Assert.DoesNotContain(app.Slack.MessagesIn("incidents"), message => message.BotId is not null);
    }

    [Theory]
    [InlineData(-1, 0, "ended_at", "end is before the start")]
    [InlineData(0, 24 * 30, "ended_at", "in the future")]
    [InlineData(24 * 30, 24 * 31, "started_at", "in the future")]
    public async Task Impossible_times_are_refused_beside_their_field(int startHours, int endHours, string field, string sentence)
    {
        await using var app = await BotApp.StartAsync();
        var (start, end) = startHours < 0 ? (Ended, Started) : (Started.AddHours(startHours), Started.AddHours(endHours));

        var answer = await app.Slack.As("maya").SubmitAsync(await FilledAsync(app, start, end));

        Assert.Equal(field, Assert.Single(answer!.Errors).Key);
        Assert.Contains(sentence, answer.Errors[field], StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.Incidents.CountAsync()));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_records_one_incident()
    {
        await using var app = await BotApp.StartAsync();
        var form = await FilledAsync(app, Started, Ended);

        var submission = app.Slack.Payloads.Submission(app.Slack.As("maya").User, form);
        await app.Slack.Bot.SendAsync(submission, TestContext.Current.CancellationToken);
        await app.Slack.Bot.SendAsync(submission, TestContext.Current.CancellationToken);
        await app.SettleAsync();

        Assert.Equal(1, await app.ReadAsync(db => db.Incidents.CountAsync()));
        Assert.Equal(1, await app.ReadAsync(db => db.PostMortems.CountAsync()));
    }

    [Fact]
    public async Task The_declare_form_becomes_the_report_and_back_and_keeps_the_title()
    {
        await using var app = await BotApp.StartAsync();
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident Checkout was down");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, DeclareModal.ShowMore);
        await maya.ClickAsync(app.Slack.OpenView("maya")!, DeclareModal.Report);

        var report = app.Slack.PlainText(app.Slack.OpenView("maya")!);
        await maya.ClickAsync(app.Slack.OpenView("maya")!, ReportModal.Declare);

        Assert.Contains("When did it end for users?", report, StringComparison.Ordinal);
        Assert.Contains("Checkout was down", app.Slack.OpenView("maya")!.Blocks.ToString(), StringComparison.Ordinal);
        Assert.Contains("How bad is it?", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    private static Message Headline(BotApp app) => app.Slack.MessagesIn("incidents").First(message => message.BotId is not null);

    private static IReadOnlyList<Message> Thread(BotApp app) =>
        [.. app.Slack.MessagesIn("incidents").Where(message => message.ThreadTs == Headline(app).Ts)];

    private static async Task ReportAsync(BotApp app, params (string Block, string Value)[] more)
    {
        var maya = app.Slack.As("maya");
        await maya.SubmitAsync(await maya.FillAsync(await FilledAsync(app, Started, Ended), more));
        await app.SettleAsync();
    }

    private static async Task<View> FilledAsync(BotApp app, DateTimeOffset start, DateTimeOffset end)
    {
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident report Checkout was down");
        return await maya.FillAsync(app.Slack.OpenView("maya")!, Times(start, end));
    }

    private static (string Field, string Value)[] Times(DateTimeOffset start, DateTimeOffset end) =>
    [
        ("severity", "SEV1"),
        ("started_at", start.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("ended_at", end.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];
}
