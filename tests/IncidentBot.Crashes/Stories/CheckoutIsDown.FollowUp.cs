namespace IncidentBot.Crashes.Stories;

/// <summary>Owners are reminded until everything is closed, and only until then.</summary>
internal sealed partial class CheckoutIsDown
{
    private const int Day = 24 * 60;

    private async Task FollowUpAsync()
    {
        await runner.StepAsync("open the home tab", 5, () => As("ben").OpenHomeAsync(), () => Slack.HomeOf("ben") is not null);
        await runner.StepAsync(
            "accept the first action item", 5, AnswersAsync("action_accept"), () => DmReads("I'll remind you before it's due"));
        await runner.WaitAsync("the next morning", Day);
        await runner.WaitAsync("five more days", 5 * Day);
        await runner.WaitAsync("a week later", 2 * Day);
        await runner.WaitAsync("the first is due", Day);
        await runner.WaitAsync("the first is overdue", 5 * Day);
        await runner.StepAsync("close an action item", 5, AnswersAsync("action_done"), () => Reads(Here, "Action item done"));
        await runner.WaitAsync("the second is due", 2 * Day);
        await runner.WaitAsync("two weeks later", 14 * Day);
    }

    private bool DmReads(string text) => Slack.DmWith("ben").Any(message => Says(message, text));

    /// <summary>In the newest message that has the button.</summary>
    private Func<Task> AnswersAsync(string action) => () => As("ben").ClickAsync(
        Slack.DmWith("ben").Last(message => message.Blocks.GetRawText().Contains($"\"{action}\"", StringComparison.Ordinal)), action);
}
