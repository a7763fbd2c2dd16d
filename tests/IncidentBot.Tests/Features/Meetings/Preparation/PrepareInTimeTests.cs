using IncidentBot.Domain.Preparation;
using IncidentBot.PostMortems;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Meetings.Preparation;

/// <summary>Questions before the meeting that wait for an answer.</summary>
public sealed class PrepareInTimeTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task Whoever_did_not_answer_is_reminded_once_on_the_working_day_before_the_meeting()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev2(app);
        await incident.ScheduleAsync(app, "2026-03-09T13:00:00Z");
        await AskAsync(app, incident.Number, "ben");
        await AskAsync(app, incident.Number, "lena");
        await incident.ChangeAsync(db => db.PreparationRequests.Single(each => each.Person == app.IdOf("lena")).PreferToTalk());

        await app.UntilAsync(3, 5, 17, 59);
        Assert.Single(Questions(app, "ben"));
        await app.UntilAsync(3, 6, 9, 30);
        await app.UntilAsync(3, 9, 12, 59);

        Assert.Equal(2, Questions(app, "ben").Count);
        Assert.Single(Questions(app, "lena"));
        await app.Slack.As("ben").ClickAsync(Questions(app, "ben")[^1], PostMortemActions.RatherTalk);
        await app.SettleAsync();
        Assert.All(
            Questions(app, "ben"),
            message => Assert.Contains("You would rather talk", app.Slack.PlainText(message), StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task Who_was_asked_about_an_incident_that_is_covered_later_answers_for_the_meeting_of_the_covering_one()
    {
        await using var app = await BotApp.StartAsync();
        var (first, second) = (await ResolvedIncident.Sev1(app), await ResolvedIncident.Sev2(app));
        await AskAsync(app, second.Number, "ben");

        await app.Slack.As("maya").TypeAsync(second.Channel, "/incident link 1");
        await app.SettleAsync();

        Assert.Contains("0 of 1 answered", app.Slack.PlainText(await first.OpenOverviewAsync()), StringComparison.Ordinal);
        await app.Slack.As("ben").ClickAsync(Assert.Single(Questions(app, "ben")), PostMortemActions.RatherTalk);
        await app.SettleAsync();
        Assert.Equal(
            PreparationState.RatherTalk, await app.ReadAsync(db => db.PreparationRequests.Select(each => each.State).SingleAsync()));
        Assert.Contains("You would rather talk", app.Slack.PlainText(Questions(app, "ben")[0]), StringComparison.Ordinal);
    }

    private static async Task AskAsync(BotApp app, int number, string person)
    {
        await app.ReadAsync(db =>
        {
            db.PreparationRequests.Add(PreparationRequest.Ask(
                number, app.IdOf(person), ["What surprised you?"], aboutEntry: null, app.IdOf("maya"), app.Now));
            return db.SaveChangesAsync();
        });
        await app.SettleAsync();
    }

    private static List<Message> Questions(BotApp app, string person) => [.. app.Slack.DmWith(person)
        .Where(message => app.Slack.PlainText(message).Contains("has questions for you before", StringComparison.Ordinal))];
}
