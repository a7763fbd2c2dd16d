using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Lifecycle;

/// <summary>What people read.</summary>
internal static class ShownMessages
{
    /// <summary>The bot's messages in a channel as plain text, oldest first.</summary>
    public static IReadOnlyList<string> TextsIn(BotApp app, string channel) =>
        [.. app.Slack.MessagesIn(channel).Where(message => message.BotId is not null).Select(message => TextOf(app, message))];

    /// <summary>A message's text without the marks of bold print.</summary>
    public static string TextOf(BotApp app, Message message) => app.Slack.PlainText(message).Replace("*", "", StringComparison.Ordinal);

    /// <summary>The newest message that the bot posted in a channel.</summary>
    public static Message Latest(BotApp app, string channel) => app.Slack.MessagesIn(channel).Last(message => message.BotId is not null);

    /// <summary>The newest sentence that the bot said to one person alone.</summary>
    public static string LatestEphemeral(BotApp app, string person) => TextOf(app, app.Slack.EphemeralsFor(person)[^1]);

    /// <summary>The card that is pinned in an incident's channel.</summary>
    public static Message IncidentCard(BotApp app, string channel) => app.Slack.MessagesIn(channel).Single(message => message.Pin is not null);
}
