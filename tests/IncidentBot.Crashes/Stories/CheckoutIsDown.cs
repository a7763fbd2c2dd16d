using IncidentBot.Sandbox.People;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Crashes.Stories;

/// <summary>
/// A short version of the README's tour that touches every feature: one incident from the first command to the last reminder.
/// Every reminder falls due well before the step that expects it, so that a minute lost to a crash changes nothing.
/// </summary>
internal sealed partial class CheckoutIsDown(IStoryRunner runner)
{
    public static readonly DateTimeOffset Start = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private Sandbox.State.Workspace Slack => runner.Slack;

    private Channel Channel => Slack.Channels.All.Single(channel => channel.Name.StartsWith("inc-", StringComparison.Ordinal));

    /// <summary>The channel's id, because its name may be the start of another channel's name.</summary>
    private string Here => Channel.Id;

    public async Task RunAsync()
    {
        await runner.BeginAsync();
        await DeclareAsync();
        await WorkAsync();
        await ResolveAsync();
        await PrepareAsync();
        await WriteAsync();
        await PublishAsync();
        await FollowUpAsync();
    }

    private Person As(string person) => Slack.As(person);

    private Func<Task> Types(string person, string text) => () => As(person).TypeAsync(Here, text);

    private bool Reads(string place, string text) => Slack.MessagesIn(place).Any(message => Says(message, text));

    private bool Says(Message message, string text) =>
        message.BotId is not null && Slack.PlainText(message).Contains(text, StringComparison.Ordinal);

    private bool Sees(string person, string callbackId) => Slack.OpenView(person)?.CallbackId == callbackId;

    private Message MessageWith(string text) => Slack.MessagesIn(Here)
        .Single(message => message.BotId is null && message.Text.Contains(text, StringComparison.Ordinal));

    private Message LastDm(string person) => Slack.DmWith(person)[^1];
}
