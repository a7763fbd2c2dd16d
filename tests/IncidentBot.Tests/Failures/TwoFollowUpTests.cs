using IncidentBot.Domain.PostMortems;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Failures;

/// <summary>Two people organize the same post-mortem: its meeting, its facilitator, its publication.</summary>
[Trait("Engine", "both")]
public sealed class TwoFollowUpTests
{
    [Fact]
    public async Task Two_schedule_the_second_hears_the_time_and_moves_it_only_on_purpose()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var bens = await FillMeetingAsync(app, incident, "ben", "2026-03-04T10:00:00Z");
        var mayas = await FillMeetingAsync(app, incident, "maya", "2026-03-04T14:00:00Z");

        await app.OvertakeAsync("post_mortems", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("ben").SubmitAsync(bens));

        var told = app.Slack.OpenView("maya")!;
        Assert.Equal(
            "ben has chosen Wed 4 Mar, 11:00 in the meantime. Press the button again to use your time instead.", told.Errors["proposal"]);
        Assert.Equal(At(10), (await incident.ReadAsync()).Meeting.Start);
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), text => text.Contains("The post-mortem is on", StringComparison.Ordinal));

        app.Time.Advance(TimeSpan.FromSeconds(5));
        await app.Slack.As("maya").SubmitAsync(told);
        await app.SettleAsync();
        Assert.Equal((At(14), 1), ((await incident.ReadAsync()).Meeting.Start, (await incident.ReadAsync()).Meeting.Moves));
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), text => text.Contains("The post-mortem moved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_invite_different_people_at_once_and_all_are_invited()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var bens = await app.Slack.As("ben").FillAsync(
            await FillMeetingAsync(app, incident, "ben", "2026-03-04T10:00:00Z"),
            ("can_commit", "lena"),
            ("board", "https://board.example.com/1"));
        var mayas = await app.Slack.As("maya").FillAsync(
            await FillMeetingAsync(app, incident, "maya", "2026-03-04T10:00:00Z"), ("attendees", "maya,tom"));

        await app.OvertakeAsync("post_mortems", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("ben").SubmitAsync(bens));

        var arranged = await incident.ReadAsync();
        Assert.Equal(
            new[] { "maya", "lena", "tom" }.Select(person => app.IdOf(person).Value).Order(),
            arranged.Meeting.Attendees.Select(person => person.Value).Order());
        Assert.Equal("https://board.example.com/1", arranged.Meeting.BoardLink);
    }

    [Fact]
    public async Task One_who_double_clicks_schedule_schedules_once()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var mayas = await FillMeetingAsync(app, incident, "maya", "2026-03-04T14:00:00Z");

        await app.OvertakeAsync(
            "post_mortems",
            () => app.Slack.As("maya").SubmitAsync(mayas),
            () => app.Slack.As("maya").SubmitAsync(mayas));

        Assert.Equal(0, (await incident.ReadAsync()).Meeting.Moves);
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), text => text.Contains("The post-mortem is on", StringComparison.Ordinal));
        Assert.Null(app.Slack.OpenView("maya"));
    }

    [Fact]
    public async Task Two_volunteer_the_second_hears_who_facilitates()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var call = app.Slack.ThreadOf(incident.Headline).Single(
            message => app.Slack.PlainText(message).Contains("I'll facilitate", StringComparison.Ordinal));

        await app.OvertakeAsync(
            "post_mortems",
            () => app.Slack.As("tom").ClickAsync(call, "facilitator_volunteer"),
            () => app.Slack.As("lena").ClickAsync(call, "facilitator_volunteer"));

        Assert.Equal(app.IdOf("lena"), (await incident.ReadAsync()).Facilitator);
        Assert.Equal("Thank you. @lena is already facilitating.", ShownMessages.LatestEphemeral(app, "tom"));
        Assert.Single(app.Slack.DmWith("lena"));
        Assert.Empty(app.Slack.DmWith("tom"));
    }

    [Fact]
    public async Task Two_choose_a_facilitator_the_second_is_told_first()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var bens = await FillFacilitatorAsync(app, incident, "ben", "lena");
        var mayas = await FillFacilitatorAsync(app, incident, "maya", "tom");

        await app.OvertakeAsync("post_mortems", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("ben").SubmitAsync(bens));

        var told = app.Slack.OpenView("maya")!;
        Assert.Equal("ben has chosen lena in the meantime. Press the button again to replace them.", told.Errors["facilitator"]);
        Assert.Empty(app.Slack.DmWith("tom"));
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await app.Slack.As("maya").SubmitAsync(told);
        await app.SettleAsync();
        Assert.Equal(app.IdOf("tom"), (await incident.ReadAsync()).Facilitator);
        Assert.Single(app.Slack.DmWith("tom"));
    }

    [Fact]
    public async Task Two_publish_it_is_out_once_and_the_second_hears_so()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        await incident.AssignFacilitatorAsync("lena");
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
        var (mayas, lenas) = (await incident.OpenOverviewAsync(), await incident.OpenOverviewAsync("lena"));

        await app.OvertakeAsync(
            "post_mortems",
            () => app.Slack.As("maya").ClickAsync(mayas, "post_mortem_publish"),
            () => app.Slack.As("lena").ClickAsync(lenas, "post_mortem_publish"));

        Assert.Equal((1, PostMortemState.Published), ((await incident.ReadAsync()).WriteUp.Revision, (await incident.ReadAsync()).State));
        Assert.Equal(2, app.Slack.MessagesIn("incidents").Count(message => message is { BotId: not null, IsReply: false }));
        Assert.Contains("@lena already published the write-up", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        Assert.Contains("Published.", app.Slack.PlainText(app.Slack.OpenView("lena")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_waives_while_another_publishes_and_what_is_published_stays_so()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        await incident.AssignFacilitatorAsync("lena");
        var mayas = await FillWaiverAsync(app, incident, "maya", "Known and being fixed");
        var lenas = await incident.OpenOverviewAsync("lena");

        await app.OvertakeAsync(
            "post_mortems",
            () => app.Slack.As("maya").SubmitAsync(mayas),
            () => app.Slack.As("lena").ClickAsync(lenas, "post_mortem_publish"));

        Assert.Contains("already published", app.Slack.OpenView("maya")!.Errors["reason"], StringComparison.Ordinal);
        Assert.Equal(PostMortemState.Published, (await incident.ReadAsync()).State);
        Assert.DoesNotContain(
            ShownMessages.TextsIn(app, incident.Channel), text => text.Contains("waived the post-mortem", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_waive_the_second_reads_the_reason_of_the_first()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.AssignFacilitatorAsync("lena");
        var lenas = await FillWaiverAsync(app, incident, "lena", "The vendor was down");
        var mayas = await FillWaiverAsync(app, incident, "maya", "Known and being fixed");

        await app.OvertakeAsync(
            "post_mortems",
            () => app.Slack.As("maya").SubmitAsync(mayas),
            () => app.Slack.As("lena").SubmitAsync(lenas));

        Assert.StartsWith(
            "lena has already waived it: “The vendor was down”.", app.Slack.OpenView("maya")!.Errors["reason"], StringComparison.Ordinal);
        Assert.Equal("The vendor was down", (await incident.ReadAsync()).WaivedReason);
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), text => text.Contains("waived the post-mortem", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_say_that_it_was_held_it_was_held_once()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var (mayas, bens) = (await incident.OpenOverviewAsync(), await incident.OpenOverviewAsync("ben"));

        await app.OvertakeAsync(
            "post_mortems",
            () => app.Slack.As("maya").ClickAsync(mayas, "post_mortem_held"),
            () => app.Slack.As("ben").ClickAsync(bens, "post_mortem_held"));

        Assert.Single((await incident.ReadAsync()).AllChanges, change => change.What == "held");
        Assert.Contains("write-up not published", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    private static DateTimeOffset At(int hour) => new(2026, 3, 4, hour, 0, 0, TimeSpan.Zero);

    private static async Task<View> FillMeetingAsync(BotApp app, ResolvedIncident incident, string person, string start)
    {
        await app.Slack.As(person).TypeAsync(incident.Channel, "/incident pm schedule");
        return await app.Slack.As(person).FillAsync(app.Slack.OpenView(person)!, ("proposal", "other"), ("start", start));
    }

    private static async Task<View> FillFacilitatorAsync(BotApp app, ResolvedIncident incident, string person, string facilitator)
    {
        await app.Slack.As(person).ClickAsync(await incident.OpenOverviewAsync(person), "facilitator_open");
        return await app.Slack.As(person).FillAsync(app.Slack.OpenView(person)!, ("facilitator", facilitator));
    }

    private static async Task<View> FillWaiverAsync(BotApp app, ResolvedIncident incident, string person, string reason)
    {
        await app.Slack.As(person).ClickAsync(await incident.OpenOverviewAsync(person), "post_mortem_waive_open");
        return await app.Slack.As(person).FillAsync(app.Slack.OpenView(person)!, ("reason", reason));
    }
}
