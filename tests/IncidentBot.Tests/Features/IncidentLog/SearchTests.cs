using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Features.IncidentLog;
using IncidentBot.PostMortems.Search;
using IncidentBot.Storage;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Features.IncidentLog;

public sealed class SearchTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R130")]
    public async Task A_search_finds_every_text_of_an_incident_forgives_typing_errors_and_shows_the_words()
    {
        await using var app = await BotApp.StartAsync();
        var pool = await app.AddAsync("Payments time out");
        var disk = await app.AddAsync("Disk full on worker", declared => declared with { Service = "Search" });
        await app.AddAsync("Login page is blank", declared => declared with { Service = "Login" });
        await app.AddItemsAsync(pool, done: 1, open: 1);
        await app.ClassAsync(pool, "Shared pool without a limit");
        await WriteUpAsync(app, disk);

        (string Typed, int[] Found)[] searches =
        [
            ("payments", [pool]), ("shared pool", [pool]), ("limit client", [pool]), ("search", [disk]), ("debug logging", [disk]),
            ("retention", [disk]), ("growth", [disk]), ("volume alert", [disk]), ("full disks", [disk]), ("zebra", []),
        ];
        foreach (var (typed, found) in searches)
        {
            Assert.Equal(found, LogFixture.NumbersIn(await app.ReadAsync("ben", $"search {typed}")));
        }

        Assert.Equal([disk], LogFixture.NumbersIn(await app.ReadAsync("ben", "search retenton of lgos")));
        var shown = app.Slack.PlainText(app.Shown("ben"));
        Assert.Contains("Showing results for *retention*", shown, StringComparison.Ordinal);
        Assert.Contains("Structural gap: Log *retention* is set by hand", shown, StringComparison.Ordinal);
        await app.ReadAsync("ben", "search payments");
        Assert.Contains("actions 1/2", app.Answer("ben"), StringComparison.Ordinal);
        Assert.Contains("No incident has these words", await app.ReadAsync("ben", "search zebra"), StringComparison.Ordinal);
        await SearchByFormAsync(app, pool);
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task What_changes_is_found_by_its_new_words_only_and_what_was_there_before_the_index_is_found_too()
    {
        await using var app = await BotApp.StartAsync();
        var number = await app.AddAsync("Payments time out");
        await app.ClassAsync(number, "Shared pool");
        Assert.Equal([number], LogFixture.NumbersIn(await app.ReadAsync("ben", "search payments")));

        await ChangeAsync(app, db => db.Incidents.Single().Rename("Refunds are slow", app.IdOf("ben"), app.Now));
        await ChangeAsync(app, db => db.CauseClasses.Single().Rename("Unlimited connections", app.IdOf("ben"), app.Now));

        Assert.Empty(LogFixture.NumbersIn(await app.ReadAsync("ben", "search payments")));
        Assert.Equal([number], LogFixture.NumbersIn(await app.ReadAsync("ben", "search refunds")));
        Assert.Equal([number], LogFixture.NumbersIn(await app.ReadAsync("ben", "search unlimited")));
        for (var more = 0; more < SearchIndex.InOneTransaction + 3; more++)
        {
            await app.AddAsync($"Reports are late {more}");
        }

        await ForgetIndexAsync(app);
        await app.RestartAsync();
        await app.Services.GetRequiredService<SearchIndex>().CatchUpAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, await app.ReadAsync(db => db.StaleSearches.CountAsync()));
        await app.RestartAsync();
        await app.SweepAsync();

        Assert.Equal(0, await app.ReadAsync(db => db.StaleSearches.CountAsync()));
        Assert.Equal([number], LogFixture.NumbersIn(await app.ReadAsync("ben", "search refunds")));
        Assert.Equal(
            await app.ReadAsync(db => db.SearchPostings.CountAsync()),
            await app.ReadAsync(db => db.SearchWords.SumAsync(word => word.Incidents)));
    }

    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R129")]
    public async Task Earlier_incidents_that_resemble_one_are_found_by_words_and_service_for_those_who_may_see_them()
    {
        await using var app = await BotApp.StartAsync();
        var pool = await app.AddAsync("Checkout times out, connection pool exhausted");
        await app.AddAsync("Checkout shows old prices");
        await app.AddAsync("Connection pool exhausted by a leak", declared => declared with { IsPrivate = true, Service = "Login" });
        await app.AddAsync("Connection pool exhausted in a drill", declared => declared with { IsDrill = true });
        for (var other = 0; other < 5; other++)
        {
            await app.AddAsync($"Reports are late {other}", declared => declared with { Service = "Reports" });
        }

        await app.SweepAsync();
        var similar = await SimilarAsync(app, "ben", "Connection pool of payments exhausted", "checkout");
        Assert.Equal([pool], similar.Select(each => each.Number));
        Assert.Equal(["connection", "exhausted", "pool"], similar[0].SharedWords.Order());
        Assert.InRange(similar[0].Score, 0.4, 1);
        Assert.Equal(2, (await SimilarAsync(app, "maya", "Connection pool of payments exhausted", "checkout")).Count);
        Assert.Empty(await SimilarAsync(app, "ben", "Mail is delayed", "Checkout"));
        Assert.Empty(await SimilarAsync(app, "ben", "", ""));
    }

    [Theory]
    [InlineData("Search is down")]
    [InlineData("search latency is high")]
    public async Task A_sentence_that_begins_with_search_declares_and_words_offer_to_declare(string title)
    {
        await using var app = await BotApp.StartAsync();

        await app.Slack.As("ben").TypeAsync("general", $"/incident {title}");
        Assert.Contains("Declare an incident", app.Slack.PlainText(app.Slack.OpenView("ben")!), StringComparison.Ordinal);
        await app.Slack.As("ben").CloseAsync(app.Slack.OpenView("ben")!, all: true);

        Assert.Contains("Declare with this title", await app.ReadAsync("ben", "search latency high"), StringComparison.Ordinal);
    }

    private static async Task SearchByFormAsync(BotApp app, int found)
    {
        var ben = app.Slack.As("ben");
        await ben.TypeAsync("general", "/incident search");
        var results = await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("words", "paymnets")));
        Assert.Equal([found], LogFixture.NumbersIn(ShownMessages.TextOf(app, results!)));
        await ben.CloseAsync(results!, all: true);

        for (var one = 0; one < 6; one++)
        {
            await app.AddAsync($"Payments are late {one}");
        }

        var first = LogFixture.NumbersIn(await app.ReadAsync("ben", "search payments"));
        await ben.ClickAsync(app.Shown("ben"), LogActions.NextResults);
        var second = LogFixture.NumbersIn(app.Answer("ben"));
        Assert.Equal((5, 2, 7), (first.Count, second.Count, first.Union(second).Count()));
        await ben.ClickAsync(app.Shown("ben"), LogActions.EarlierResults);
        Assert.Equal(first, LogFixture.NumbersIn(app.Answer("ben")));
    }

    private static Task WriteUpAsync(BotApp app, int number) => ChangeAsync(app, db =>
    {
        var (by, now) = (app.IdOf("maya"), app.Now);
        var postMortem = PostMortem.Open(Guid.CreateVersion7(now), number, PostMortemNeed.Required, now, TimeSpan.FromDays(2));
        postMortem.WriteUp.WriteSummary("Debug logging filled the disk.", by, now);
        postMortem.WriteUp.WriteWhyChain(new WhyChain("Writes failed", [], "Log retention is set by hand", true, true), by, now);
        postMortem.WriteUp.WriteFactor(
            Guid.CreateVersion7(now), new FactorDraft("The volume alert was late", null, FactorEffect.Detection), by, now);
        postMortem.WriteUp.WriteLearning(Guid.CreateVersion7(now), "Watch growth", null, by, now);
        db.PostMortems.Add(postMortem);
    });

    private static Task<int> ChangeAsync(BotApp app, Action<IncidentDb> change) => app.ReadAsync(db =>
    {
        change(db);
        return db.SaveChangesAsync();
    });

    /// <summary>As the release that brings the index finds the database.</summary>
    private static async Task ForgetIndexAsync(BotApp app)
    {
        await app.ReadAsync(db => db.SearchRows.ExecuteDeleteAsync());
        await app.ReadAsync(db => db.SearchPostings.ExecuteDeleteAsync());
        await app.ReadAsync(db => db.SearchWords.ExecuteDeleteAsync());
        await app.ReadAsync(db => db.StaleSearches.ExecuteDeleteAsync());
    }

    private static async Task<IReadOnlyList<SimilarIncident>> SimilarAsync(BotApp app, string person, string title, string service)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IncidentSearch>()
            .SimilarAsync(app.IdOf(person), title, service, except: null, TestContext.Current.CancellationToken);
    }
}
