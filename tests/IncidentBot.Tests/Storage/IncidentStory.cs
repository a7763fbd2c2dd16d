using IncidentBot.Sandbox.People;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Storage;

/// <summary>
/// One incident that touches every feature, for tests that check whether the service continues as if nothing had happened.
/// Each step begins at a fixed instant, the same in every run.
/// </summary>
internal sealed class IncidentStory(BotApp app)
{
    private const int Day = 24 * 60;

    private readonly List<(string Name, DateTimeOffset At)> _steps = [("begin", app.Now)];

    public IReadOnlyList<(string Name, DateTimeOffset At)> Steps => _steps;

    private Channel Channel => app.Slack.Channels.All.Single(channel => channel.Name.StartsWith("inc-", StringComparison.Ordinal));

    private string Here => Channel.Id;

    /// <summary>Runs the story until the meeting is scheduled and the write-up is complete but not published.</summary>
    public async Task RunUntilWrittenUpAsync()
    {
        await DeclareAsync();
        await WorkAsync();
        await SubmitAsync(
            "resolve",
            "/incident resolve",
            "resolve",
            ("sentence", "A release halved the connection pool"));
        await SubmitAsync(
            "schedule", "/incident pm schedule", "post_mortem_schedule", ("attendees", "ben,aiko"), ("link", "https://meet.example.com/1"));
        await SectionAsync(
            "summary", ("summary", "A release halved the connection pool. For an hour payments failed. 1200 people could not pay."));
        await SectionAsync(
            "whys",
            ("symptom", "Payments failed"),
            ("why_1", "The pool size came from a default"),
            ("gap", "A release can change a limit unseen"));
        await SectionAsync("factor", ("text", "The alert looks at the shop, not at payments"), ("category", "Technical"));
        await SectionAsync("learning", ("text", "A default is a decision, too"));
        await ActionItemAsync("Alert when a payment waits longer than a minute", "2026-03-12");
        await ActionItemAsync("Show changed limits in every release", "2026-03-19");
        await StepAsync("accept", 5, () => AnswerAsync("action_accept"));
    }

    /// <summary>Publishes the write-up and runs the reminders until every action item is done.</summary>
    public async Task RunToEndAsync()
    {
        await StepAsync("held", 5, () => InHubAsync("post_mortem_held"));
        await StepAsync("publish", 5, () => InHubAsync("post_mortem_publish"));
        await StepAsync("open the home tab", 5, () => As("ben").OpenHomeAsync());
        await WaitAsync("a week later", 8 * Day);
        await WaitAsync("the first is due", 2 * Day);
        await WaitAsync("it is overdue", 5 * Day);
        await StepAsync("done", 5, () => AnswerAsync("action_done"));
        await WaitAsync("two weeks later", 14 * Day);
    }

    private async Task DeclareAsync()
    {
        await StepAsync("declare", 5, async () =>
        {
            await As("maya").TypeAsync("general", "/incident Checkout is down");
            var form = await As("maya").FillAsync(app.Slack.OpenView("maya")!, ("severity", "SEV1"), ("what_users_see", "Payments fail"));
            await As("maya").CloseAsync((await As("maya").SubmitAsync(form))!, all: true);
        });
        await StepAsync("lead", 5, () => As("maya").TypeAsync(Here, "/incident lead me"));
        await StepAsync("scribe", 2, () => As("aiko").TypeAsync(Here, "/incident scribe me"));
        await StepAsync("join", 2, () => As("ben").ClickAsync(
            app.Slack.MessagesIn("incidents").First(message => message.BotId is not null), "incident_join"));
    }

    /// <summary>In some steps several people act without waiting for each other.</summary>
    private async Task WorkAsync()
    {
        await StepAsync("talk", 5, async () =>
        {
            await As("ben").TypeAsync(Here, "The 08:50 release halved the connection pool");
            await As("maya").ReactAsync(MessageWith("halved"), "pushpin");
            await As("aiko").TypeAsync(Here, "No alert fired for the error rate", MessageWith("halved").Ts);
            await As("maya").ReactAsync(MessageWith("No alert"), "no_bell");
            await As("ben").EditAsync(MessageWith("halved"), "The 08:50 release halved the connection pool of payments");
            await As("lena").TypeAsync(Here, "Can we roll back?");
        });
        await StepAsync("severity", 3, () => As("ben").TypeAsync(Here, "/incident sev 2"));
        await StepAsync("severity again", 3, () => As("ben").TypeAsync(Here, "/incident sev 1"));
        await StepAsync("notes", 3, async () =>
        {
            await As("ben").TypeAsync(Here, "/incident note rolled the release back");
            await As("maya").TypeAsync(Here, "/incident signal the oldest payment waited 9 minutes at 5 min ago missed");
            await As("ben").PinAsync(MessageWith("halved"));
        });
        await WaitAsync("an update is due", 25);
        await StepAsync("update", 5, () => As("maya").TypeAsync(Here, "/incident update We are rolling back"));
        await StepAsync("mitigated", 10, () => As("ben").TypeAsync(Here, "/incident status mitigated"));
    }

    private Task SectionAsync(string section, params (string Field, string Value)[] values) => StepAsync(section, 5, async () =>
    {
        await InHubAsync("post_mortem_section_open", $"1:{section}");
        await As("maya").SubmitAsync(await As("maya").FillAsync(app.Slack.OpenView("maya")!, values));
    });

    private Task ActionItemAsync(string text, string due) => SubmitAsync(
        text, $"/incident action {text} @ben by {due}", "action_item", ("metric", "The next full pool pages us within two minutes"));

    private Task SubmitAsync(string name, string command, string modal, params (string Field, string Value)[] values) =>
        StepAsync(name, 5, async () =>
    {
        await As("maya").TypeAsync(Here, command);
        Assert.Equal(modal, app.Slack.OpenView("maya")?.CallbackId);
        var open = await As("maya").SubmitAsync(await As("maya").FillAsync(app.Slack.OpenView("maya")!, values));
        if (open is not null)
        {
            await As("maya").CloseAsync(open, all: true);
        }
    });

    private async Task InHubAsync(string action, string? value = null)
    {
        if (app.Slack.OpenView("maya")?.CallbackId != "post_mortem")
        {
            await As("maya").TypeAsync(Here, "/postmortem");
        }

        await As("maya").ClickAsync(app.Slack.OpenView("maya")!, action, value);
    }

    /// <summary>Presses a button in ben's newest message that has it.</summary>
    private Task AnswerAsync(string action) => As("ben").ClickAsync(
        app.Slack.DmWith("ben").Last(message => message.Blocks.GetRawText().Contains($"\"{action}\"", StringComparison.Ordinal)), action);

    private Task WaitAsync(string name, int minutes) => StepAsync(name, minutes, () => Task.CompletedTask);

    private async Task StepAsync(string name, int minutes, Func<Task> act)
    {
        var at = _steps[^1].At + TimeSpan.FromMinutes(minutes);
        _steps.Add((name, at));
        await app.AdvanceAsync(at - app.Now);
        await act();
        await app.SettleAsync();
        await app.SweepAsync();
        await app.SettleAsync();
    }

    private Person As(string person) => app.Slack.As(person);

    private Message MessageWith(string text) => app.Slack.MessagesIn(Here).Single(
        message => message.BotId is null && message.Text.Contains(text, StringComparison.Ordinal));
}
