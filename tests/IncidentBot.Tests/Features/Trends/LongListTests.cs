using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Features.FollowUps;
using IncidentBot.Features.Trends;
using IncidentBot.Tests.Features.IncidentLog;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Trends;

/// <summary>A list that is longer than a page says how long it is, and its pages lose and repeat nothing.</summary>
public sealed class LongListTests
{
    [Theory]
    [InlineData(40, false)]
    [InlineData(45, true)]
    [Trait("Engine", "both")]
    public async Task The_list_of_a_figure_about_actions_says_its_total_and_turns_pages(int items, bool turns)
    {
        await using var app = await BotApp.StartAsync();
        var number = await app.AddAsync("Payments fail");
        await app.AddItemsAsync(number, done: 0, open: items);
        var ben = app.Slack.As("ben");
        await ben.TypeAsync("general", "/incident trends");
        await ben.ClickAsync(app.Slack.OpenView("ben")!, TrendsModal.Turn);
        await ben.ClickAsync(app.Slack.OpenView("ben")!, TrendsModal.OpenList, nameof(Figure.OpenActions));
        var first = Text(app);
        Assert.Equal(turns, first.Contains($"1 to 40 of {items}", StringComparison.Ordinal));
        Assert.Equal(40, Rows(first).Count);
        if (!turns)
        {
            return;
        }

        await ben.ClickAsync(app.Slack.OpenView("ben")!, TrendsModal.ListNext);

        Assert.Contains("41 to 45 of 45", Text(app), StringComparison.Ordinal);
        Assert.Equal(45, Rows(first).Union(Rows(Text(app))).Count());
        await ben.ClickAsync(app.Slack.OpenView("ben")!, TrendsModal.ListBack);
        Assert.Equal(first, Text(app));
    }

    [Fact]
    public async Task The_list_of_learnings_says_how_many_post_mortems_there_are_and_turns_pages()
    {
        await using var app = await BotApp.StartAsync();
        for (var one = 1; one <= 42; one++)
        {
            await LearnAsync(app, await app.AddAsync($"Payments fail {one}"));
        }

        var published = app.Now;
        await app.ReadAsync(db => db.PostMortems.ExecuteUpdateAsync(
            set => set.SetProperty(each => each.WriteUp.PublishedAt, published)));

        var ben = app.Slack.As("ben");
        await ben.TypeAsync("general", "/incident learnings 30d");
        var first = Text(app);
        Assert.Contains("1 to 40 of 42 post-mortems", first, StringComparison.Ordinal);

        await ben.ClickAsync(app.Slack.OpenView("ben")!, LearningsModal.Next);

        Assert.Contains("41 to 42 of 42 post-mortems", Text(app), StringComparison.Ordinal);
        Assert.Equal(2, Text(app).Split("Quotas help").Length - 1);
        await ben.ClickAsync(app.Slack.OpenView("ben")!, LearningsModal.Back);
        Assert.Equal(first, Text(app));
    }

    private static string Text(BotApp app) => ShownMessages.TextOf(app, app.Slack.OpenView("ben")!);

    private static IReadOnlyList<string> Rows(string list) =>
        [.. list.Split('\n').Where(line => line.Contains("Limit the pool of client", StringComparison.Ordinal))];

    private static Task<int> LearnAsync(BotApp app, int number) => app.ReadAsync(db =>
    {
        var (by, now) = (app.IdOf("maya"), app.Now);
        var postMortem = PostMortem.Open(Guid.CreateVersion7(now), number, PostMortemNeed.Required, now, TimeSpan.FromDays(2));
        postMortem.WriteUp.WriteLearning(Guid.CreateVersion7(now), "Quotas help", null, by, now);
        db.PostMortems.Add(postMortem);
        return db.SaveChangesAsync();
    });
}
