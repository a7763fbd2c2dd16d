using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Lifecycle;

/// <summary>The bot's messages as people read them.</summary>
internal static class ShownMessages
{
    /// <summary>The bot's messages in a channel as plain text, oldest first.</summary>
    public static IReadOnlyList<string> TextsIn(BotApp app, string channel) =>
        [.. app.Slack.MessagesIn(channel).Where(message => message.BotId is not null).Select(message => TextOf(app, message))];

    /// <summary>The text of a message without the asterisks of bold text.</summary>
    public static string TextOf(BotApp app, Message message) => app.Slack.PlainText(message).Replace("*", "", StringComparison.Ordinal);

    /// <summary>The text of a modal or home tab without the asterisks of bold text.</summary>
    public static string TextOf(BotApp app, View view) => app.Slack.PlainText(view).Replace("*", "", StringComparison.Ordinal);

    /// <summary>The block_ids of what a modal asks for, in order.</summary>
    public static IReadOnlyList<string?> InputsOf(View view) =>
    [
        .. view.Blocks.EnumerateArray()
            .Where(block => block.GetProperty("type").GetString() == "input").Select(block => block.GetProperty("block_id").GetString()),
    ];

    /// <summary>The newest message that the bot posted in a channel.</summary>
    public static Message Latest(BotApp app, string channel) => app.Slack.MessagesIn(channel).Last(message => message.BotId is not null);

    /// <summary>The newest ephemeral message to a person.</summary>
    public static string LatestEphemeral(BotApp app, string person) => TextOf(app, app.Slack.EphemeralsFor(person)[^1]);

    /// <summary>The pinned card in an incident's channel.</summary>
    public static Message IncidentCard(BotApp app, string channel) =>
        app.Slack.MessagesIn(channel).Single(message => message.Pin is not null
            && !app.Slack.PlainText(message).StartsWith("Post-mortem of incident", StringComparison.Ordinal));
}
