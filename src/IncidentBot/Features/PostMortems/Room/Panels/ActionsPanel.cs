using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.PostMortems.Room;
using IncidentBot.Slack.Blocks;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.PostMortems.Room.Panels;

/// <summary>What we promise, and what could be done besides (R64-R67).</summary>
internal static class ActionsPanel
{
    private const int Longest = 200;
    private const int MostShown = 10;

    public static IEnumerable<Block> Render(BoardView view)
    {
        yield return new SectionBlock(view.Dossier.Actions.Count == 0
            ? Mrkdwn.Text($"No action yet. First collect everything, then choose: *{PhaseGuide.RankQuestion}*")
            : Mrkdwn.Join("\n", view.Dossier.Actions.Select(Line)));
        if (view.Ideas.Count > 0)
        {
            yield return new SectionBlock(Mrkdwn.Join("\n", [Mrkdwn.Raw("*Ideas*"), .. view.Ideas.Take(MostShown).Select(Idea)]));
        }

        yield return new ActionsBlock(new Button(CardActions.ActionItems, "Open actions and ideas") { Value = view.Dossier.Subject });
    }

    private static Mrkdwn Line(ActionItem item) =>
        Mrkdwn.Text($":dart: {PostMortemWords.Fit(item.Text, Longest)} · {Mrkdwn.User(item.Owner.Value)} · {ActionWords.Day(item.DueDate)}");

    private static Mrkdwn Idea(ActionIdea idea) => Mrkdwn.Text($"• {PostMortemWords.Fit(idea.Text, Longest)}");
}
