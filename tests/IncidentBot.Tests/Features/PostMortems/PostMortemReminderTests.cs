using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.PostMortems;

public sealed class PostMortemReminderTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task A_reminder_is_sent_exactly_once_although_the_service_restarts_in_between()
    {
        await using var app = await BotApp.StartAsync();
        await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var before = DueDms(app, "is due");

        await app.RestartAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(24));
        await app.RestartAsync();
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((0, 1), (before, DueDms(app, "is due")));
    }

    [Fact]
    public async Task The_second_and_the_third_reminder_are_sent()
    {
        await using var app = await BotApp.StartAsync();
        await ResolvedIncident.Sev1(app);

        await app.AdvanceInStepsAsync(TimeSpan.FromHours(49), TimeSpan.FromMinutes(30));

        var told = app.Slack.DmWith("maya").Select(message => app.Slack.PlainText(message)).ToList();
        Assert.Contains(told, text => text.Contains("Schedule it while everyone remembers", StringComparison.Ordinal));
        Assert.Single(told, text => text.Contains("isn't scheduled yet", StringComparison.Ordinal));

        // Two hours before and at the deadline are one day, so the morning's DM shows how it stands.
        Assert.Contains("is due now", told[^1], StringComparison.Ordinal);
        Assert.Equal(3, told.Count(text => !text.Contains("You are now", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task In_quiet_hours_a_reminder_waits_and_is_not_lost()
    {
        await using var app = await BotApp.StartAsync();
        app.Time.Advance(TimeSpan.FromHours(11));
        await ResolvedIncident.Sev1(app);

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var atNight = app.Slack.DmWith("maya").Count(
            message => app.Slack.PlainText(message).Contains("is resolved", StringComparison.Ordinal));
        await app.AdvanceAsync(TimeSpan.FromHours(12));

        Assert.Equal(0, atNight);
        Assert.Single(app.Slack.DmWith("maya"), message => app.Slack.PlainText(message).Contains("is resolved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Three_days_overdue_it_is_said_in_the_thread_of_the_headline()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        await app.AdvanceAsync(TimeSpan.FromHours(120));

        Assert.Contains(
            app.Slack.ThreadOf(incident.Headline), reply => app.Slack.PlainText(reply).Contains("Who can help", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_it_was_held_only_the_write_up_is_reminded_of()
    {
        await using var app = await BotApp.StartAsync();
        await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var dm = app.Slack.DmWith("maya")[^1];

        await app.Slack.As("maya").ClickAsync(dm, "post_mortem_held");
        await app.AdvanceAsync(TimeSpan.FromHours(48));

        Assert.Equal(0, DueDms(app, "is due"));
        Assert.Equal(1, DueDms(app, "was held a day ago"));
    }

    private static int DueDms(BotApp app, string words) =>
        app.Slack.DmWith("maya").Count(message => app.Slack.PlainText(message).Contains(words, StringComparison.Ordinal));
}
