using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Features.IncidentLog;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.IncidentLog;

public sealed class LogTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task The_log_shows_the_newest_first_and_turns_pages_without_losing_or_repeating_one()
    {
        await using var app = await BotApp.StartAsync();
        Assert.Contains("The log is empty", await app.ReadAsync("ben", "log"), StringComparison.Ordinal);
        for (var one = 1; one <= 23; one++)
        {
            // Two started at the same moment, one of them at the end of a page.
            await app.AddAsync($"Payments fail {one}", ago: TimeSpan.FromHours(60 - (one == 14 ? 13 : one)));
        }

        var first = LogFixture.NumbersIn(await app.ReadAsync("ben", "log"));
        var pages = new List<int>(first);
        for (var turn = 0; turn < 2; turn++)
        {
            await app.Slack.As("ben").ClickAsync(app.Shown("ben"), LogActions.Older);
            pages.AddRange(LogFixture.NumbersIn(app.Answer("ben")));
        }

        Assert.Equal(Enumerable.Range(1, 23).Reverse(), pages);
        Assert.DoesNotContain("Older", app.Answer("ben"), StringComparison.Ordinal);
        await app.Slack.As("ben").ClickAsync(app.Shown("ben"), LogActions.Newer);
        Assert.Equal(pages[10..20], LogFixture.NumbersIn(app.Answer("ben")));
        await app.Slack.As("ben").ClickAsync(app.Shown("ben"), LogActions.Newer);
        Assert.Equal(first, LogFixture.NumbersIn(app.Answer("ben")));
    }

    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R123")]
    public async Task A_row_says_what_it_was_why_and_what_was_done_and_filters_find_it()
    {
        await using var app = await BotApp.StartAsync();
        var pool = await app.AddAsync(
            "Payments time out", declared => declared with { Type = IncidentType.Deployment }, TimeSpan.FromDays(40));
        var drill = await app.AddAsync("Fire drill", declared => declared with { IsDrill = true });
        var slow = await app.AddAsync(
            "Search is slow", declared => declared with { Service = "Search", Severity = Severity.Sev1 }, TimeSpan.FromDays(2), by: "ben");
        await app.AddItemsAsync(pool, done: 2, open: 1);
        await app.ClassAsync(pool, "Shared pool without a limit");

        Assert.Contains("actions 2/3", await app.ReadAsync("ben", "log cause:\"Shared pool without a limit\""), StringComparison.Ordinal);
        const string facts = "SEV2 · Deployment · Checkout\n_Shared pool without a limit_ · actions 2/3";
        Assert.Contains(facts, app.Answer("ben"), StringComparison.Ordinal);
        (string Typed, int[] Found)[] filters =
        [
            ("log", [slow, pool]), ("log drills", [drill, slow, pool]), ("log checkout", [pool]), ("log sev1", [slow]),
            ("log deployment", [pool]), ("log mine", [slow]), ("log open-actions", [pool]), ("log 7d", [slow]),
            ("log from 2026-01-01 to 2026-02-01", [pool]), ("log search sev2", []),
        ];
        foreach (var (typed, found) in filters)
        {
            Assert.Equal(found, LogFixture.NumbersIn(await app.ReadAsync("ben", typed)));
        }

        Assert.Contains("I didn't understand “from soon”", await app.ReadAsync("ben", "log sev1 from soon"), StringComparison.Ordinal);
        Assert.Contains("There is no cause class “Moon”", await app.ReadAsync("ben", "log cause Moon"), StringComparison.Ordinal);
        Assert.Contains("No incident of a service “Nowhere”", await app.ReadAsync("ben", "log Nowhere"), StringComparison.Ordinal);
        await FilterByFormAsync(app, slow);
    }

    [Fact]
    public async Task Sharing_shows_the_channel_only_what_everyone_may_see_and_tells_only_the_person_what_is_left_out()
    {
        await using var app = await BotApp.StartAsync();
        await app.AddAsync("Payments fail");
        await app.AddAsync("Customer data leaked", declared => declared with { IsPrivate = true });
        Assert.Contains("Customer data leaked", await app.ReadAsync("maya", "log"), StringComparison.Ordinal);

        await app.Slack.As("maya").ClickAsync(app.Shown("maya"), LogActions.Share);

        var shared = ShownMessages.TextOf(app, app.Slack.MessagesIn("general")[^1]);
        Assert.Contains("Payments fail", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("leaked", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("private", shared, StringComparison.Ordinal);
        Assert.Contains("1 private incident is left out", app.Answer("maya"), StringComparison.Ordinal);
        await app.Slack.As("ben").ClickAsync(app.Slack.MessagesIn("general")[^1], LogActions.Open);
        Assert.Equal([1], LogFixture.NumbersIn(app.Answer("ben")));
        Assert.Equal(shared, ShownMessages.TextOf(app, app.Slack.MessagesIn("general")[^1]));
    }

    private static async Task FilterByFormAsync(BotApp app, int found)
    {
        var ben = app.Slack.As("ben");
        await app.ReadAsync("ben", "log mine");
        await ben.ClickAsync(app.Shown("ben"), LogActions.Filter);
        var form = await ben.FillAsync(app.Slack.OpenView("ben")!, ("severity", "SEV1"), ("until", "2026-03-02"), ("from", "2026-03-03"));
        Assert.Contains("until", (await ben.SubmitAsync(form))!.Errors.Keys);
        var shown = app.Slack.EphemeralsFor("ben").Count;

        Assert.Null(await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("from", "2026-02-20"))));

        Assert.Equal([found], LogFixture.NumbersIn(app.Answer("ben")));
        Assert.Contains("SEV1 · from 20 Feb 2026 · to 2 Mar 2026 · mine", app.Answer("ben"), StringComparison.Ordinal);
        Assert.Equal(shown, app.Slack.EphemeralsFor("ben").Count);
    }
}
