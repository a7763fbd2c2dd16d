using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Help;

/// <summary>Which texts are commands, and which are the title of a new incident.</summary>
public sealed class ReservedWordTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task Declare_and_new_take_a_title_and_help_lists_declare()
    {
        await using var app = await BotApp.StartAsync();

        await app.Slack.As("ben").TypeAsync("general", "/incident declare Status page is down");
        await app.Slack.As("maya").TypeAsync("general", "/incident new Search is down");
        await app.Slack.As("aiko").TypeAsync("general", "/incident help");

        Assert.Equal("Status page is down", Title(app));
        Assert.Equal("Search is down", Title(app, "maya"));
        Assert.Contains("/incident declare [title]", ShownMessages.LatestEphemeral(app, "aiko"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("log", "The log is empty")]
    [InlineData("Stats", "help")]
    [InlineData("stats 90d", "help")]
    [InlineData("search pool", "No incident has these words")]
    [InlineData("log #3", "No incident of a service “#3”")]
    [InlineData("export", "direct message")]
    [InlineData("stats", "help")]
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

    private static string? Title(BotApp app, string person = "ben") =>
        app.Slack.OpenView(person)!.Values.Single(value => value.Key.BlockId == "title").Value.GetProperty("value").GetString();
}
