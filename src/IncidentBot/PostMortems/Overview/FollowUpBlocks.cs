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

    public static IEnumerable<Block> Of(PostMortemView view, DateTimeOffset now)
    {
        var postMortem = view.PostMortem;
        var asksNow = postMortem.Reviews.AsksForRecurrence(view.TodayAt(now));
        if (postMortem.Reviews.FollowUps.Count > 0)
        {
            yield return new SectionBlock(Mrkdwn.Join(
                "\n",
                [
                    Mrkdwn.Raw("*Follow-up reviews*"),
                    .. postMortem.Reviews.FollowUps.Select(review => FollowUpWords.Answered(review, view)),
                    .. postMortem.Reviews.Notes.TakeLast(MostShown).SelectMany(note => ReviewNoteWords.Of(note, MaxNote)),
                ]));
            yield return new ActionsBlock(
            [
                FollowUpActions.Button(FollowUpActions.AddNote, view.Subject),
                .. postMortem.Reviews.RecurrenceAnswers.Count == 0 && !asksNow
                    ? [FollowUpActions.CameBackButton(postMortem)]
                    : Array.Empty<Button>(),
            ]);
        }

        foreach (var block in view.Actions.Where(item => EffectivenessQuestion.HadTime(item, now)).Take(MostShown).SelectMany(Question))
        {
            yield return block;
        }

        if (asksNow)
        {
            yield return new SectionBlock(Mrkdwn.Raw("Has it happened again?"));
            yield return FollowUpActions.Answers(postMortem);
        }

        if (postMortem.Reviews.ReopenReasons.Count > 0)
        {
            yield return Open(postMortem.Reviews.ReopenReasons);
        }
    }

    private static IEnumerable<Block> Question(ActionItem item) =>
        [new SectionBlock(Mrkdwn.Text($"Did it work? {ActionWords.Title(item)}")), FollowUpActions.Answers(item)];

    private static SectionBlock Open(IReadOnlyList<ReopenReason> causes) => new(Mrkdwn.Join(
        "\n", [Mrkdwn.Text($":warning: *{FollowUpWords.GapIsOpen}*"), .. causes.Take(MostShown).Select(FollowUpWords.Of)]));
}
