using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.ActionItems;

/// <summary>The bot's answers to messages: a sentence and the most useful buttons.</summary>
internal static class BotReplies
{
    public static readonly Mrkdwn Hint = Mrkdwn.Raw(
        "I understand buttons and `/incident` commands; `/incident help` lists them. Did you mean:");

    public static MessageContent Message(Mrkdwn sentence) => new(sentence, Blocks(sentence));

    public static IReadOnlyList<Block> Blocks(Mrkdwn sentence) =>
    [
        new SectionBlock(sentence),
        new ActionsBlock(new Button(CardActions.Declare, "Declare an incident"), new Button(ItemActions.Mine, "My action items")),
    ];
}
