using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Lifecycle;

/// <summary>What people read.</summary>
internal static class Said
{
    /// <summary>The bot's messages in a channel as plain text, oldest first.</summary>
    public static IReadOnlyList<string> By(BotApp app, string channel) =>
        [.. app.Slack.MessagesIn(channel).Where(message => message.BotId is not null).Select(message => Text(app, message))];

    /// <summary>A message's text without the marks of bold print.</summary>
    public static string Text(BotApp app, Message message) => app.Slack.PlainText(message).Replace("*", "", StringComparison.Ordinal);

    /// <summary>The newest message that the bot posted in a channel.</summary>
    public static Message Last(BotApp app, string channel) => app.Slack.MessagesIn(channel).Last(message => message.BotId is not null);

    /// <summary>The newest sentence that the bot said to one person alone.</summary>
    public static string To(BotApp app, string person) => Text(app, app.Slack.EphemeralsFor(person)[^1]);

    /// <summary>The card that is pinned in an incident's channel.</summary>
    public static Message Card(BotApp app, string channel) => app.Slack.MessagesIn(channel).Single(message => message.Pin is not null);
}
