using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Help;

/// <summary>What is a command and what is the title of a new incident.</summary>
public sealed class ReservedWordTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task Declare_means_new()
    {
        await using var app = await BotApp.StartAsync();

        await app.Slack.As("ben").TypeAsync("general", "/incident declare Search is down");

        Assert.Equal("Search is down", Title(app));
    }

    [Theory]
    [InlineData("log", "help")]
    [InlineData("Trends", "help")]
    [InlineData("trends 90d", "help")]
    [InlineData("search", "help")]
    [InlineData("log #3", "help")]
    [InlineData("export", "help")]
    [InlineData("stats", "help")]
    [InlineData("causes", "help")]
    [InlineData("status", "Which incident?")]
    public async Task A_reserved_word_alone_is_answered_and_declares_nothing(string typed, string answer)
    {
        await using var app = await BotApp.StartAsync();

        await app.Slack.As("ben").TypeAsync("general", $"/incident {typed}");

        Assert.Null(app.Slack.OpenView("ben"));
        Assert.Contains(answer, ShownMessages.LatestEphemeral(app, "ben"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Search is down")]
    [InlineData("Log shipping fails")]
    [InlineData("Status page is down")]
    [InlineData("Export takes 3 hours")]
    public async Task A_title_may_begin_with_a_reserved_word(string title)
    {
        await using var app = await BotApp.StartAsync();

        await app.Slack.As("ben").TypeAsync("general", $"/incident {title}");

        Assert.Equal(title, Title(app));
    }

    private static string? Title(BotApp app) =>
        app.Slack.OpenView("ben")!.Values.Single(value => value.Key.BlockId == "title").Value.GetProperty("value").GetString();
}
