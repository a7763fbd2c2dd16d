using IncidentBot.Cards;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Workspace;

/// <summary>A trigger lives for three seconds, and storage or Slack can take longer than that.</summary>
public sealed class SlowFormsTests
{
    private static readonly TimeSpan WithoutPatience = TimeSpan.FromSeconds(1.6);
    private static readonly TimeSpan TriggerIsDead = TimeSpan.FromSeconds(2);

    [Fact]
    [Trait("Engine", "both")]
    public async Task A_form_opens_in_time_and_is_filled_in_when_storage_or_Slack_is_slow()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        await app.WithoutDeliveriesAsync(() => app.Slack.As("ben").TypeAsync(incident.Channel, "Ask @gail and @aiko"));
        var message = app.Slack.MessagesIn(incident.Channel)[^1];

        var typed = await WhileStorageIsSlowAsync(app, () => maya.TypeAsync(incident.Channel, "/incident resolve"));
        Assert.StartsWith("Resolve", typed, StringComparison.Ordinal);

        var pressed = await WhileStorageIsSlowAsync(
            app, () => maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.AddEntry));
        Assert.Equal("Add to timeline", pressed);

        var answered = await WhileStorageIsSlowAsync(app, () => maya.TypeAsync("general", "/incident list"));
        Assert.Equal("IncidentBot", answered);

        // A command in several words is answered in the channel, so no modal gets in the way of whoever types the next one.
        await app.OvertakeAsync("incidents", () => maya.TypeAsync(incident.Channel, "/incident note it is slow"), async () =>
        {
            app.Time.Advance(WithoutPatience);
            await app.Slack.As("ben").TypeAsync("general", "Is it?");
        });
        Assert.Null(app.Slack.OpenView("maya"));

        app.Slack.CallFailures.Next("users.info", new CallFailure(CallFailureKind.Slow) { SlowSeconds = 4 });
        var asked = maya.MessageShortcutAsync("action_add", message);
        await UntilAsync(app, () => app.Slack.CallFailures.UnderWay == 1);
        await SeeTheWaitingModalAsync(app);
        app.Time.Advance(TriggerIsDead);
        app.Time.Advance(TriggerIsDead);
        await asked;
        Assert.Equal("Action idea", app.Slack.OpenView("maya")!.Title);
        await maya.CloseAsync(app.Slack.OpenView("maya")!);

        // In however many words it is asked for, the form for what an action item still needs is one.
        await Scenarios.Resolve(app, incident);
        var missing = await WhileStorageIsSlowAsync(
            app, () => maya.TypeAsync(incident.Channel, "/incident action Alert on the age of the queue"));
        Assert.Equal("Action item", missing);
    }

    /// <summary>The title of the modal that stands at the end.</summary>
    private static async Task<string> WhileStorageIsSlowAsync(BotApp app, Func<Task> ask)
    {
        await app.OvertakeAsync("incidents", ask, async () =>
        {
            await SeeTheWaitingModalAsync(app);
            app.Time.Advance(TriggerIsDead);
        });
        var shown = app.Slack.OpenView("maya")!;
        await app.Slack.As("maya").CloseAsync(shown);
        return shown.Title;
    }

    private static async Task SeeTheWaitingModalAsync(BotApp app)
    {
        app.Time.Advance(WithoutPatience);
        await UntilAsync(app, () => app.Slack.OpenView("maya") is { Title: "One moment" });
    }

    private static async Task UntilAsync(BotApp app, Func<bool> condition)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Slack.Changed += Look;
        Look(null, EventArgs.Empty);
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(30));
        app.Slack.Changed -= Look;

        void Look(object? sender, EventArgs arguments)
        {
            if (condition())
            {
                seen.TrySetResult();
            }
        }
    }
}
