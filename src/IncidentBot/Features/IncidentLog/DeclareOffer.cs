using IncidentBot.Cards;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.IncidentLog;

/// <summary>Ends an answer to words that can also be the title of an incident: no one in a hurry has to type them again.</summary>
internal static class DeclareOffer
{
    public static IEnumerable<Block> Render(string title) =>
    [
        new ContextBlock(Mrkdwn.Raw("Something is broken right now?")),
        new ActionsBlock(new Button(CardActions.Declare, "Declare with this title")
        {
            Value = SlackText.Truncate(title, Button.MaxValueLength),
        }),
    ];
}
