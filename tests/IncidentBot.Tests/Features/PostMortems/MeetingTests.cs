using System.Globalization;
using Ical.Net.CalendarComponents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Meetings;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.PostMortems;

public sealed class MeetingTests
{
    [Fact]
    public async Task The_form_offers_three_times_and_the_channel_gets_the_chosen_one_with_a_calendar_file()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");

        await maya.TypeAsync(incident.Channel, "/incident pm schedule");
        var modal = app.Slack.OpenView("maya")!;
        await maya.SubmitAsync(modal);
        await app.SettleAsync();

        Assert.Equal(
            4,
            modal.Blocks.EnumerateArray().Single(block => IsField(block, "proposal")).GetProperty("element").GetProperty("options")
                .GetArrayLength());
        var told = app.Slack.MessagesIn(incident.Channel).Single(
            message => app.Slack.PlainText(message).Contains("The post-mortem is on", StringComparison.Ordinal));
        Assert.Contains("@maya", app.Slack.PlainText(told), StringComparison.Ordinal);
        Assert.Equal(0, EntryUnder(app, told).Sequence);
        Assert.Equal(PostMortemState.Scheduled, (await incident.ReadAsync()).State);
    }

    [Fact]
    public async Task Moving_the_meeting_says_so_and_raises_the_sequence()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident pm schedule");
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);

        await maya.TypeAsync(incident.Channel, "/incident pm schedule");
        await maya.SubmitAsync(await maya.FillAsync(
            app.Slack.OpenView("maya")!, ("proposal", "other"), ("start", "2026-03-05T07:15:00Z"), ("attendees", "ben,aiko")));
        await app.SettleAsync();

        var moved = app.Slack.MessagesIn(incident.Channel).Single(
            message => app.Slack.PlainText(message).Contains("The post-mortem moved", StringComparison.Ordinal));
        Assert.Contains("@aiko", app.Slack.PlainText(moved), StringComparison.Ordinal);
        Assert.Equal(
            (1, new DateTime(2026, 3, 5, 7, 15, 0, DateTimeKind.Utc)),
            (EntryUnder(app, moved).Sequence, EntryUnder(app, moved).DtStart!.AsUtc));
    }

    [Fact]
    public async Task From_resolve_to_published_nothing_but_Slack_is_needed()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident pm schedule");
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);

        await maya.ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_held");
        await incident.CompleteAsync();
        await incident.WriteAsync("learning", ("text", "A queue without an age alert hides an outage"), ("destination", "Monitoring"));
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await app.SettleAsync();

        Assert.Equal(PostMortemState.Published, (await incident.ReadAsync()).State);
        Assert.Equal(2, app.Slack.MessagesIn("incidents").Count(message => message is { BotId: not null, IsReply: false }));
        await TakeLearningsAlongAsync(app);
    }

    /// <summary>Into the retrospective; what is private only to those who may see it.</summary>
    private static async Task TakeLearningsAlongAsync(BotApp app)
    {
        const string learning = "• A queue without an age alert hides an outage _(Monitoring and alerts)_";
        var tom = app.Slack.As("tom");
        await tom.TypeAsync("general", "/incident learnings 2w");
        var open = app.Slack.PlainText(app.Slack.OpenView("tom")!);
        await tom.CloseAsync(app.Slack.OpenView("tom")!);
        await app.ChangeIncidentAsync(1, incident => incident.MakePrivate());
        await tom.TypeAsync("general", "/incident learnings");

        Assert.Contains(learning, open, StringComparison.Ordinal);
        Assert.Contains("No write-up with learnings", app.Slack.PlainText(app.Slack.OpenView("tom")!), StringComparison.Ordinal);
        await app.AdvanceAsync(TimeSpan.FromDays(15));
        await app.Slack.As("maya").TypeAsync("general", "/incident learnings 14d");
        Assert.Contains("No write-up with learnings", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_in_the_past_is_refused_under_its_field()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident pm schedule");

        var refused = await maya.SubmitAsync(await maya.FillAsync(
            app.Slack.OpenView("maya")!, ("proposal", "other"), ("start", "2026-03-01T10:00:00Z")));

        Assert.Equal("start", Assert.Single(refused!.Errors).Key);
        Assert.Null((await incident.ReadAsync()).Meeting.Start);
    }

    [Theory]
    [Trait("Requirement", "R21")]
    [InlineData("2026-03-06T15:00:00Z", "Friday afternoon")]
    [InlineData("2026-03-07T11:00:00Z", "on a day off")]
    public async Task A_poor_time_picked_by_hand_is_warned_about_once_and_can_stay(string start, string objection)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev2(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident pm schedule");
        var form = await maya.FillAsync(app.Slack.OpenView("maya")!, ("proposal", "other"), ("start", start));

        var warned = await maya.SubmitAsync(form);
        Assert.Contains(objection, Assert.Single(warned!.Errors).Value, StringComparison.Ordinal);
        await app.AdvanceAsync(TimeSpan.FromSeconds(2));
        await maya.SubmitAsync(warned);

        Assert.Equal(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), (await incident.ReadAsync()).Meeting.Start);
    }

    [Fact]
    public async Task Choosing_the_lead_as_facilitator_causes_a_warning_and_is_allowed()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");

        await maya.ClickAsync(await incident.OpenOverviewAsync(), "facilitator_open");
        var warned = await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("facilitator", "maya")));
        await maya.SubmitAsync(warned!);
        await app.SettleAsync();

        Assert.Contains("led this incident", app.Slack.PlainText(warned!), StringComparison.Ordinal);
        Assert.Equal(maya.User.Id, (await incident.ReadAsync()).Facilitator?.Value);
    }

    [Fact]
    public async Task Someone_who_volunteers_under_the_headline_facilitates_and_gets_the_guide()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var call = app.Slack.ThreadOf(incident.Headline).Single(
            message => app.Slack.PlainText(message).Contains("I'll facilitate", StringComparison.Ordinal));

        await app.Slack.As("lena").ClickAsync(call, "facilitator_volunteer");
        await app.SettleAsync();

        Assert.Equal(app.Slack.As("lena").User.Id, (await incident.ReadAsync()).Facilitator?.Value);
        Assert.Contains("You're facilitating", app.Slack.PlainText(Assert.Single(app.Slack.DmWith("lena"))), StringComparison.Ordinal);
    }

    private static bool IsField(System.Text.Json.JsonElement block, string id) =>
        block.TryGetProperty("block_id", out var blockId) && blockId.GetString() == id;

    private static CalendarEvent EntryUnder(BotApp app, Message message) => Scheduling.EntryUnder(app, message);
}
