using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems.Overview;

/// <summary>The follow-up reviews in the overview, with their answers and a reopened gap.</summary>
internal static class FollowUpBlocks
{
    private const int MostShown = 3;
    private const int MaxNote = 250;

    public static IEnumerable<Block> Of(PostMortemView view)
    {
        var postMortem = view.PostMortem;
        if (postMortem.Reviews.FollowUps.Count > 0)
        {
            yield return new SectionBlock(Mrkdwn.Join(
                "\n",
                [
                    Mrkdwn.Raw("*Follow-up reviews*"),
                    .. postMortem.Reviews.FollowUps.Select(review => FollowUpWords.Answered(review, view)),
                    .. postMortem.Reviews.Notes.TakeLast(MostShown).SelectMany(note => ReviewNoteWords.Of(note, MaxNote)),
                ]))
            {
                Accessory = FollowUpActions.Button(FollowUpActions.AddNote, view.Subject),
            };
        }

        foreach (var block in view.Actions.Where(IsUnanswered).Take(MostShown).SelectMany(Question))
        {
            yield return block;
        }

        if (postMortem.Reviews is { FollowUps.Count: > 0, RecurrenceAnswers: [] or [.., { Verdict: RecurrenceVerdict.TooEarly }] })
        {
            yield return new SectionBlock(Mrkdwn.Raw("Has it happened again?"));
            yield return FollowUpActions.Answers(postMortem);
        }

        if (postMortem.Reviews.ReopenReasons.Count > 0)
        {
            yield return Open(postMortem.Reviews.ReopenReasons);
        }
    }

    private static bool IsUnanswered(ActionItem item) =>
        item is { State: ActionState.Done, Verdict: null or EffectivenessVerdict.NotYet };

    private static IEnumerable<Block> Question(ActionItem item) =>
        [new SectionBlock(Mrkdwn.Text($"Did it work? {ActionWords.Title(item)}")), FollowUpActions.Answers(item)];

    private static SectionBlock Open(IReadOnlyList<ReopenReason> causes) => new(Mrkdwn.Join(
        "\n", [Mrkdwn.Text($":warning: *{FollowUpWords.GapIsOpen}*"), .. causes.Take(MostShown).Select(FollowUpWords.Of)]));
}
