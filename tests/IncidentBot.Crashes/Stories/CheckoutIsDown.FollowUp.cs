namespace IncidentBot.Crashes.Stories;

/// <summary>Owners are reminded until everything is closed, and only until then.</summary>
internal sealed partial class CheckoutIsDown
{
    private const int Day = 24 * 60;

    private async Task FollowUpAsync()
    {
        await telling.StepAsync("look at the home tab", 5, () => As("ben").OpenHomeAsync(), () => Slack.HomeOf("ben") is not null);
        await telling.StepAsync("accept the first action item", 5, AnswersAsync("action_accept"), () => DmReads("I'll remind you before it's due"));
        await telling.WaitAsync("the next morning", Day);
        await telling.WaitAsync("others should hear of it", 5 * Day);
        await telling.WaitAsync("a week later", 2 * Day);
        await telling.WaitAsync("the first is due", Day);
        await telling.WaitAsync("the first is overdue", 5 * Day);
        await telling.StepAsync("close an action item", 5, AnswersAsync("action_done"), () => Reads(Here, "Action item done"));
        await telling.WaitAsync("the second is due", 2 * Day);
        await telling.WaitAsync("two weeks later", 14 * Day);
    }

    private bool DmReads(string text) => Slack.DmWith("ben").Any(message => Says(message, text));

    /// <summary>In the newest message that has the button.</summary>
    private Func<Task> AnswersAsync(string action) => () => As("ben").ClickAsync(
        Slack.DmWith("ben").Last(message => message.Blocks.GetRawText().Contains($"\"{action}\"", StringComparison.Ordinal)), action);
}
