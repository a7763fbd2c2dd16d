using IncidentBot.Cards;
using IncidentBot.Features.IncidentLog;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.IncidentLog;

public sealed class LogMessageTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("bookmarks.add")]
    [Trait("Requirement", "R124")]
    public async Task A_bookmark_in_incidents_leads_to_a_message_that_opens_the_log_and_a_refused_one_stops_nothing(string? refused)
    {
        await using var app = await BotApp.StartAsync();
        if (refused is not null)
        {
            app.Slack.Failures.Calls.Always(refused, new CallFailure(CallFailureKind.Error) { Code = "too_many_bookmarks" });
        }

        await app.AddAsync("Payments fail");
        await app.AddAsync("Customer data leaked", declared => declared with { IsPrivate = true });
        await app.AddAsync("Search is slow");
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain("Open the log", string.Join('\n', ShownMessages.TextsIn(app, "incidents")), StringComparison.Ordinal);

        await app.AddAsync("Mail is late");
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));

        var message = Assert.Single(
            app.Slack.MessagesIn("incidents"),
            message => app.Slack.PlainText(message).Contains("Open the log", StringComparison.Ordinal));
        var bookmarks = app.Slack.Bookmarks.In(app.Slack.Channels.Named("incidents").Id);
        Assert.Equal(refused is null ? [BookmarkTitles.Log] : [], bookmarks.Select(bookmark => bookmark.Title));
        Assert.All(bookmarks, bookmark => Assert.EndsWith($"p{message.Ts.Replace(".", "", StringComparison.Ordinal)}", bookmark.Link));
        await app.Slack.As("ben").ClickAsync(message, LogActions.Open);
        Assert.Equal([4, 3, 1], LogFixture.NumbersIn(app.Answer("ben")));
        await app.Slack.As("ben").ClickAsync(message, LogActions.OpenSearch);
        Assert.Contains("Search the log", app.Slack.PlainText(app.Slack.OpenView("ben")!), StringComparison.Ordinal);
    }
}
