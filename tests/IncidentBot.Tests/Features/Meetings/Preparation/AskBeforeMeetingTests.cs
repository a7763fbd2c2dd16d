using IncidentBot.Domain.Preparation;
using IncidentBot.PostMortems;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Meetings.Preparation;

/// <summary>The facilitator asks before the meeting; what people answer is theirs until they agree to be quoted.</summary>
public sealed class AskBeforeMeetingTests
{
    private const string Said = "The graph looked normal to me";

    [Fact]
    [Trait("Engine", "both")]
    public async Task People_are_asked_once_answer_or_talk_and_are_quoted_only_with_their_consent()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.ContributeAsync();
        await AskAsync(app, incident, "ben", "aiko");
        await AskAsync(app, incident, "ben", "tom");
        Assert.All(["ben", "aiko", "tom"], person => Assert.Single(app.Slack.DmWith(person), IsRequest));

        await AnswerAsync(app, "ben", quoted: false);
        await app.Slack.As("aiko").ClickAsync(Request(app, "aiko"), PostMortemActions.RatherTalk);
        await app.SettleAsync();

        var answers = await ReadAsync(app, incident);
        Assert.Contains(Said, answers, StringComparison.Ordinal);
        Assert.Contains("not to be quoted", answers, StringComparison.Ordinal);
        Assert.Contains("would rather talk", answers, StringComparison.Ordinal);
        Assert.Contains("no answer yet", answers, StringComparison.Ordinal);
        Assert.DoesNotContain("Quote in timeline", answers, StringComparison.Ordinal);
        Assert.Empty(await QuotesAsync(app));

        await AnswerAsync(app, "ben", quoted: true);
        await ReadAsync(app, incident, close: false);
        var open = app.Slack.OpenView("maya")!;
        await Task.WhenAll(
            app.Slack.As("maya").ClickAsync(open, PostMortemActions.QuoteAnswer),
            app.Slack.As("maya").ClickAsync(open, PostMortemActions.QuoteAnswer));
        await app.SettleAsync();
        Assert.Equal([false], await QuotesAsync(app));

        await AnswerAsync(app, "ben", quoted: false);
        Assert.Equal([true], await QuotesAsync(app));
    }

    [Fact]
    public async Task Only_the_facilitator_and_the_lead_ask_and_read_and_only_the_asked_person_answers()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await AskAsync(app, incident, "ben");
        await AnswerAsync(app, "ben", quoted: false);

        await app.Slack.As("tom").JoinAsync(incident.Channel);
        var overview = await incident.OpenOverviewAsync("tom");
        Assert.DoesNotContain(Said, ShownMessages.TextOf(app, overview), StringComparison.Ordinal);
        await app.Slack.As("tom").ClickAsync(overview, PostMortemActions.ReadAnswers);

        Assert.DoesNotContain(Said, ShownMessages.TextOf(app, app.Slack.OpenView("tom")!), StringComparison.Ordinal);
        Assert.Contains("Only the lead", app.Slack.PlainText(app.Slack.OpenView("tom")!)
            + string.Concat(app.Slack.EphemeralsFor("tom").Concat(app.Slack.DmWith("tom")).Select(app.Slack.PlainText)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_meeting_nothing_is_asked_and_the_message_says_so()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await AskAsync(app, incident, "ben", "aiko");
        var late = Request(app, "ben");
        await app.Slack.As("ben").ClickAsync(late, PostMortemActions.AnswerQuestions);
        var form = app.Slack.OpenView("ben")!;

        await app.Slack.As("maya").ClickAsync(await incident.OpenOverviewAsync(), PostMortemActions.MarkHeld);
        await app.SettleAsync();
        var refused = await app.Slack.As("ben").SubmitAsync(await app.Slack.As("ben").FillAsync(form, ("answer_1", Said)));

        Assert.Contains("The meeting is over", refused!.Errors["answer_1"], StringComparison.Ordinal);
        Assert.Contains("The meeting is over", app.Slack.PlainText(Request(app, "aiko")), StringComparison.Ordinal);
        Assert.DoesNotContain("I'd rather talk", Request(app, "aiko").Blocks.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waived_post_mortem_offers_no_questions()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var overview = await incident.OpenOverviewAsync();
        Assert.Contains(PostMortemActions.AskPeople, overview.Blocks.GetRawText(), StringComparison.Ordinal);

        await maya.ClickAsync(overview, PostMortemActions.Waive);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("reason", "Known and being fixed")));
        await app.SettleAsync();

        var waived = await incident.OpenOverviewAsync();
        Assert.DoesNotContain(PostMortemActions.AskPeople, waived.Blocks.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_private_incident_only_people_in_its_channel_are_asked()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Private(app);

        await app.Slack.As("maya").ClickAsync(await incident.OpenOverviewAsync(), PostMortemActions.AskPeople);
        var form = await app.Slack.As("maya").FillAsync(app.Slack.OpenView("maya")!, ("people", "ben"));
        var refused = await app.Slack.As("maya").SubmitAsync(form);

        Assert.Contains("isn't in this private incident's channel", refused!.Errors["people"], StringComparison.Ordinal);
        Assert.DoesNotContain(app.Slack.DmWith("ben"), IsRequest);
    }

    private static async Task AskAsync(BotApp app, ResolvedIncident incident, params string[] people)
    {
        var maya = app.Slack.As("maya");
        var overview = await incident.OpenOverviewAsync();
        if (overview.Blocks.GetRawText().Contains(PostMortemActions.AskPeople, StringComparison.Ordinal))
        {
            await maya.ClickAsync(overview, PostMortemActions.AskPeople);
        }
        else
        {
            await maya.ClickAsync(overview, PostMortemActions.ReadAnswers);
            await maya.ClickAsync(app.Slack.OpenView("maya")!, PostMortemActions.AskPeople);
        }

        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("people", string.Join(", ", people))));
        await maya.CloseAsync(app.Slack.OpenView("maya")!, all: true);
        await app.SettleAsync();
    }

    private static async Task AnswerAsync(BotApp app, string person, bool quoted)
    {
        await app.Slack.As(person).ClickAsync(Request(app, person), PostMortemActions.AnswerQuestions);
        var form = app.Slack.OpenView(person)!;
        await app.Slack.As(person).SubmitAsync(await app.Slack.As(person).FillAsync(
            form, ("answer_1", Said), ("consent", quoted ? "quote" : "")));
        await app.SettleAsync();
        Assert.Null(app.Slack.OpenView(person));
    }

    private static async Task<string> ReadAsync(BotApp app, ResolvedIncident incident, bool close = true)
    {
        await app.Slack.As("maya").ClickAsync(await incident.OpenOverviewAsync(), PostMortemActions.ReadAnswers);
        var shown = app.Slack.OpenView("maya")!;
        if (close)
        {
            await app.Slack.As("maya").CloseAsync(shown, all: true);
        }

        return ShownMessages.TextOf(app, shown);
    }

    /// <summary>Whether each quote in the timeline was removed.</summary>
    private static Task<List<bool>> QuotesAsync(BotApp app) => app.ReadAsync(db => db.TimelineEntries
        .Where(entry => entry.Text.StartsWith("Said before the meeting")).Select(entry => entry.IsRemoved).ToListAsync());

    private static bool IsRequest(Message message) =>
        message.Blocks.GetRawText().Contains(QuestionBank.Usual[0], StringComparison.Ordinal);

    private static Message Request(BotApp app, string person) => app.Slack.DmWith(person).Single(IsRequest);
}
