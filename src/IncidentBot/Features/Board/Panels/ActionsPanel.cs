using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Board;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>Collect ideas, vote, and make the top two or three action items; the rest is parked.</summary>
internal static class ActionsPanel
{
    private const int Longest = 200;
    private const int MostShown = 8;
    private const string OpenList = "Action items";

    public static PhasePanel Of(BoardView view) => new([.. Render(view)])
    {
        ForEveryone =
        [
            new Button(ItemActions.AddIdea, "Add idea") { Value = view.PostMortemView.Subject },
            new Button(ItemActions.Vote, "Vote") { Value = view.PostMortemView.Subject },
        ],
        ForFacilitator = [.. ForFacilitator(view)],
    };

    private static IEnumerable<Block> Render(BoardView view)
    {
        var actions = view.PostMortemView.Actions;
        yield return new SectionBlock(Mrkdwn.Join(
            "\n",
            [Mrkdwn.Text($"*{actions.Count} of at most {view.Budget.Max} actions*"), .. actions.Select(Line)]));
        yield return new ContextBlock(Mrkdwn.Text(
            $"Collect everything first, then vote: *{PhaseGuide.RankQuestion}* {ActionWords.OwnerAndDateRule}"));
        var places = view.Budget.Room(actions);
        for (var place = 0; place < Math.Min(view.Ideas.Count, MostShown); place++)
        {
            if (place == places)
            {
                yield return new ContextBlock(Mrkdwn.Text($"Limit of {view.Budget.Max} reached. The ideas below are kept."));
            }

            yield return Row(view.Ideas[place], place, place < places);
        }

        if (view.Ideas.Count > MostShown)
        {
            yield return new ContextBlock(Mrkdwn.Text($"And {view.Ideas.Count - MostShown} more under *{OpenList}*."));
        }
    }

    private static Mrkdwn Line(ActionItem item) =>
        Mrkdwn.Text(
            $":dart: {Mrkdwn.Escape(item.Text, Longest)} · {ActionWords.OwnerWithTeam(item)} · {ActionWords.Day(item.DueDate)}");

    private static SectionBlock Row(ActionIdea idea, int place, bool fits) => new(Mrkdwn.Text(
        $"{place + 1}. {Mrkdwn.Escape(idea.Text, Longest)}  "
            + $"_{Votes(idea)}{Work(idea)}{(idea.State == IdeaState.Parked ? ", parked" : "")}_"))
    {
        Accessory = fits ? new Button(ItemActions.Promote, ItemActions.PromoteLabel) { Value = idea.Id.ToString("N") } : null,
    };

    private static string Votes(ActionIdea idea) => IncidentWords.Count(idea.Voters.Count, "vote", "votes");

    private static string Work(ActionIdea idea) => idea.Effort switch
    {
        ActionEffort.Small => ", small effort",
        ActionEffort.Medium => ", medium effort",
        ActionEffort.Large => ", large effort",
        _ => "",
    };

    private static IEnumerable<Button> ForFacilitator(BoardView view)
    {
        if (view.Ideas.Any(idea => idea.State == IdeaState.Collected))
        {
            yield return new Button(ItemActions.ParkRest, "Park the rest") { Value = view.PostMortemView.Subject };
        }

        yield return new Button(CardActions.ActionItems, OpenList) { Value = view.PostMortemView.Subject };
    }
}
