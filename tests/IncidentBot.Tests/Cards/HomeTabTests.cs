using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Preparation;
using IncidentBot.Domain.Severities;
using IncidentBot.PostMortems;
using IncidentBot.Tests.Features.IncidentLog;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Cards;

/// <summary>The home tab for someone with nothing to do, and for someone with too much.</summary>
public sealed class HomeTabTests
{
    [Fact]
    public async Task Whoever_has_nothing_to_do_reads_that_and_finds_the_log_and_the_trends()
    {
        await using var app = await BotApp.StartAsync();

        var home = await OpenAsync(app, "ben");

        Assert.Contains("No open incidents.", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Recently published", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Show all", home, StringComparison.Ordinal);
        foreach (var (typed, title) in new[] { ("log", "IncidentBot"), ("trends", "Trends") })
        {
            await app.Slack.As("ben").ClickAsync(app.Slack.HomeOf("ben")!, CardActions.RunCommand, typed);
            Assert.Equal(title, app.Slack.OpenView("ben")!.Title);
            await app.Slack.As("ben").CloseAsync(app.Slack.OpenView("ben")!, all: true);
        }
    }

    [Theory]
    [InlineData(10, 10, false)]
    [InlineData(11, 10, true)]
    [Trait("Engine", "both")]
    public async Task Ten_action_items_are_shown_and_the_rest_is_one_press_away(int has, int shown, bool offersAll)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        for (var item = 1; item <= has; item++)
        {
            await incident.AddActionAsync("ben", $"Change number {item}");
        }

        var home = await OpenAsync(app, "ben");

        Assert.Equal(shown, home.Split("Change number").Length - 1);
        Assert.Equal(offersAll, home.Contains("Show all", StringComparison.Ordinal));
        if (offersAll)
        {
            await app.Slack.As("ben").ClickAsync(app.Slack.HomeOf("ben")!, CardActions.RunCommand, "actions mine");
            Assert.Contains("11", app.Slack.PlainText(app.Slack.OpenView("ben")!), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(10, 10, false)]
    [InlineData(50, 10, true)]
    [Trait("Engine", "both")]
    public async Task What_someone_was_asked_waits_on_their_home_tab_ten_at_once_and_the_rest_is_one_press_away(
        int asked, int shown, bool offersAll)
    {
        await using var app = await BotApp.StartAsync();
        await AskAsync(app, asked);

        var home = await OpenAsync(app, "ben");

        Assert.Equal(asked > 0, home.Contains("Waiting for your answer", StringComparison.Ordinal));
        Assert.Equal(shown, home.Split("has questions for you before").Length - 1);
        Assert.Equal(offersAll, home.Contains("Show all", StringComparison.Ordinal));
        await app.Slack.As("ben").TypeAsync("general", "/incident asked");
        var all = app.Slack.PlainText(app.Slack.OpenView("ben")!);
        var said = asked switch { 0 => "Nothing waits", 10 => "10 questions", _ => "The oldest 45 of 50" };
        Assert.Contains(said, all, StringComparison.Ordinal);
        Assert.DoesNotContain("Waiting for your answer", await OpenAsync(app, "tom"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task An_answer_on_the_home_tab_takes_the_question_away_whether_it_is_about_facilitating_signing_off_or_preparing()
    {
        await using var app = await BotApp.StartAsync();
        await AskAsync(app, 1);
        await app.ReadAsync(db =>
        {
            var postMortem = db.PostMortems.Single();
            db.FacilitatorRequests.Add(FacilitatorRequest.Of(1, 1, app.IdOf("ben"), app.Now, app.Now.AddHours(4)));
            postMortem.Meeting.AskToSignOff(new Dictionary<PersonId, DateOnly> { [app.IdOf("ben")] = new(2026, 3, 6) }, app.Now);
            return db.SaveChangesAsync();
        });
        await app.SettleAsync();
        var home = await OpenAsync(app, "ben");
        Assert.Contains("Would you facilitate the post-mortem of", home, StringComparison.Ordinal);
        Assert.Contains("and sign off by the end of", home, StringComparison.Ordinal);

        foreach (var (button, question) in new[]
        {
            ("facilitator_no", "Would you facilitate"), ("preparation_talk", "has questions for you"), ("sign_off", "and sign off by"),
        })
        {
            await app.Slack.As("ben").ClickAsync(app.Slack.HomeOf("ben")!, ButtonOf(button));
            await app.SettleAsync();
            Assert.DoesNotContain(question, ShownMessages.TextOf(app, app.Slack.HomeOf("ben")!), StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task The_last_three_write_ups_that_the_reader_may_see_are_shown_newest_first()
    {
        await using var app = await BotApp.StartAsync();
        await PublishAsync(app, await ResolvedIncident.Private(app));
        for (var each = 2; each <= 5; each++)
        {
            await PublishAsync(app, await ResolvedIncident.Sev2(app));
        }

        var home = await OpenAsync(app, "ben");

        var published = home[home.IndexOf("Recently published", StringComparison.Ordinal)..];
        int[] places = [.. new[] { 5, 4, 3 }.Select(number => published.IndexOf($"Incident {number}", StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain("Incident 2", published, StringComparison.Ordinal);
        Assert.DoesNotContain("Incident 1:", home, StringComparison.Ordinal);
    }

    private static async Task PublishAsync(BotApp app, ResolvedIncident incident)
    {
        app.Time.Advance(TimeSpan.FromHours(1));
        await incident.CompleteAsync();
        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish", $"{incident.Number}");
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
        await app.SettleAsync();
        Assert.NotNull((await incident.ReadAsync()).WriteUp.PublishedAt);
    }

    private static string ButtonOf(string what) => what switch
    {
        "facilitator_no" => PostMortemActions.DeclineFacilitatorRequest,
        "preparation_talk" => PostMortemActions.RatherTalk,
        _ => PostMortemActions.SignOff,
    };

    /// <summary>Resolved incidents with a due post-mortem, before which ben has questions to answer.</summary>
    private static async Task AskAsync(BotApp app, int count)
    {
        for (var one = 0; one < count; one++)
        {
            var number = await app.AddAsync($"Payments fail {one}");
            await app.ReadAsync(db =>
            {
                var by = app.IdOf("maya");
                db.PostMortems.Add(PostMortem.Open(
                    Guid.CreateVersion7(app.Now), number, PostMortemNeed.Required, app.Now, TimeSpan.FromDays(2)));
                db.PreparationRequests.Add(
                    PreparationRequest.Ask(number, app.IdOf("ben"), ["What surprised you?"], aboutEntry: null, by, app.Now));
                return db.SaveChangesAsync();
            });
        }

        await app.SettleAsync();
    }

    private static async Task<string> OpenAsync(BotApp app, string person)
    {
        await app.Slack.As(person).OpenHomeAsync();
        await app.SettleAsync();
        return ShownMessages.TextOf(app, app.Slack.HomeOf(person)!);
    }
}
