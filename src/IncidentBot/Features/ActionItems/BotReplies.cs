using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.ActionItems;

/// <summary>The bot's answers to messages: a sentence and the most useful buttons.</summary>
internal static class BotReplies
{
    /// <param name="command">The command with its slash.</param>
    public static Mrkdwn Hint(string command) =>
        Mrkdwn.Text($"I understand buttons and `{command}` commands; `{command} help` lists them. Did you mean:");

    public static MessageContent Message(Mrkdwn sentence) => new(sentence, Blocks(sentence));

    public static IReadOnlyList<Block> Blocks(Mrkdwn sentence) =>
    [
        new SectionBlock(sentence),
        new ActionsBlock(new Button(CardActions.Declare, "Declare an incident"), new Button(ItemActions.Mine, "My action items")),
    ];
}
