using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.Meetings;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.WriteUps.SignOffs;

public sealed class SignOffTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R31")]
    public async Task An_absent_invitee_gets_the_draft_to_sign_off_by_the_next_working_day()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await HeldAsync(app, invited: "maya,ben,lena", present: "maya,ben");
        await incident.AddActionAsync("ben", "Cover the payment API with a contract test");

        await ShareAsync(app, incident);

        var dm = Assert.Single(app.Slack.DmWith("lena"), message => !message.IsReply);
        var asked = ShownMessages.TextOf(app, dm);
        Assert.Contains(
            "You missed the meeting. Please read the draft of the post-mortem of Incident 1: Checkout is down in this thread "
            + "and sign off by the end of Wed 4 Mar 2026.",
            asked,
            StringComparison.Ordinal);
        Assert.Contains("Cover the payment API with a contract test — @ben", asked, StringComparison.Ordinal);
        Assert.Equal("post-mortem-1.md", app.Slack.Files.Find(Assert.Single(app.Slack.ThreadOf(dm).SelectMany(each => each.Files)))!.Name);
        Assert.DoesNotContain(Scheduling.DmsTo(app, "ben"), text => text.Contains("sign off", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R31")]
    public async Task Before_a_weekend_the_next_working_day_is_monday()
    {
        await using var app = await BotApp.StartAsync();
        app.Time.Advance(TimeSpan.FromDays(3));
        var incident = await HeldAsync(app, invited: "maya,ben,lena", present: "maya,ben");

        await ShareAsync(app, incident);

        Assert.Contains("sign off by the end of Mon 9 Mar 2026", Scheduling.DmsTo(app, "lena")[0], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R31")]
    public async Task A_sign_off_is_shown_in_the_DM_and_in_the_overview()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await HeldAsync(app, invited: "maya,ben,lena", present: "maya,ben");
        await ShareAsync(app, incident);

        await app.Slack.As("lena").ClickAsync(app.Slack.DmWith("lena")[0], "post_mortem_sign_off");
        await app.SettleAsync();

        Assert.Contains("You signed off the draft of", Scheduling.DmsTo(app, "lena")[0], StringComparison.Ordinal);
        Assert.Contains(
            "Absent people who signed off: 1 of 1",
            ShownMessages.TextOf(app, await incident.OpenOverviewAsync()),
            StringComparison.Ordinal);
        var lena = Assert.Single((await incident.ReadAsync()).Meeting.Invitees, invitee => invitee.SignOffDue is not null);
        Assert.Equal((false, app.Now), (lena.Present, lena.SignedOffAt));
    }

    [Fact]
    [Trait("Requirement", "R31")]
    public async Task One_reminder_follows_a_missed_sign_off()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await HeldAsync(app, invited: "maya,ben,lena", present: "maya,ben");
        await ShareAsync(app, incident);

        await app.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Single(Scheduling.DmsTo(app, "lena"), text => text.Contains("sign off", StringComparison.Ordinal));
        await app.AdvanceAsync(TimeSpan.FromDays(1));
        await app.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Single(Scheduling.DmsTo(app, "lena"), text => text.Contains("Signing off means you read it", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R29")]
    [Trait("Requirement", "R31")]
    [Trait("Requirement", "D21")]
    public async Task Someone_who_was_involved_but_not_invited_also_gets_the_draft()
    {
        await using var app = await BotApp.StartAsync();
        var declared = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("tom").JoinAsync(declared.Channel);
        await app.Slack.As("priya").JoinAsync(declared.Channel);
        foreach (var words in (string[])["The switch is fine", "The route is fine", "It is the pool"])
        {
            await app.Slack.As("tom").TypeAsync(declared.Channel, words);
        }

        await app.Slack.As("priya").TypeAsync(declared.Channel, "Good luck");
        await app.SettleAsync();
        var incident = await HeldAsync(app, invited: "maya,ben", present: "maya,ben", declared);

        await ShareAsync(app, incident);

        Assert.Contains(
            "You were part of the incident. Please read the draft", Assert.Single(Scheduling.DmsTo(app, "tom")), StringComparison.Ordinal);
        Assert.Empty(app.Slack.DmWith("priya"));
    }

    [Fact]
    [Trait("Requirement", "R31")]
    public async Task The_draft_waits_until_the_readers_quiet_hours_end()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await HeldAsync(app, invited: "maya,ben,sam", present: "maya,ben");

        await ShareAsync(app, incident);
        Assert.Empty(app.Slack.DmWith("sam"));
        await app.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Contains("sign off by the end of Wed 4 Mar 2026", Scheduling.DmsTo(app, "sam")[0], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R31")]
    public async Task No_one_can_record_attendance_before_the_meeting_is_held()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        Assert.DoesNotContain("Record attendance", app.Slack.PlainText(await incident.OpenOverviewAsync()), StringComparison.Ordinal);
    }

    private static async Task<ResolvedIncident> HeldAsync(BotApp app, string invited, string present, ScenarioIncident? declared = null)
    {
        var maya = app.Slack.As("maya");
        var incident = declared is null ? await ResolvedIncident.Sev1(app) : new ResolvedIncident(app, declared);
        if (declared is not null)
        {
            await maya.TypeAsync(declared.Channel, "/incident lead me");
            await Scenarios.Resolve(app, declared);
        }

        await incident.ScheduleAsync(app, app.Now.AddHours(1).ToString("O"), ("attendees", invited));
        await maya.ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_held");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_attendance_open");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("present", present)));
        return incident;
    }

    private static async Task ShareAsync(BotApp app, ResolvedIncident incident)
    {
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_preview");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_draft_share");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
    }
}
