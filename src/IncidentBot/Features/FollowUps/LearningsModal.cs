using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.FollowUps;

/// <summary>What one incident taught: the learnings of its write-up, and what was noted at the progress review.</summary>
internal sealed record Lessons(Incident Incident, IReadOnlyList<Learning> Learnings, IReadOnlyList<ReviewNote> Notes)
{
    public bool IsEmpty => Learnings.Count == 0 && Notes.Count == 0;

    public static Lessons Of(Incident incident, PostMortem postMortem) =>
        new(incident, [.. postMortem.WriteUp.Learnings.OrderBy(learning => learning.Position)], postMortem.Reviews.Notes);
}

/// <summary>The learnings of a period, a section for each incident.</summary>
internal static class LearningsModal
{
    /// <summary>Value of this and the next one: the period in days, and how many post-mortems come before the page.</summary>
    public const string Next = "learnings_next";

    public const string Back = "learnings_back";

    private const int MostShown = 40;

    // Escaping can make a text five times as long, and a section holds 3000 characters.
    private const int MaxText = 250;

    public static Modal Render(IReadOnlyList<Lessons> lessons, int days, int skip) => new("Learnings")
    {
        Close = "Close",
        Blocks =
        [
            new SectionBlock(Summary(lessons, days)),
            .. lessons.Skip(skip).Take(MostShown).Select(Section),
            .. lessons.Count > MostShown ? Footer(lessons.Count, days, skip) : [],
        ],
    };

    private static IEnumerable<Block> Footer(int count, int days, int skip)
    {
        yield return new ContextBlock(Mrkdwn.Text(
            $"{Math.Min(skip + 1, count)} to {Math.Min(skip + MostShown, count)} of {count} post-mortems, the newest first"));
        List<IActionsElement> turns = [];
        if (skip > 0)
        {
            turns.Add(new Button(Back, "Previous page") { Value = ButtonValue.Write(days, Math.Max(0, skip - MostShown)) });
        }

        if (skip + MostShown < count)
        {
            turns.Add(new Button(Next, "Next page") { Value = ButtonValue.Write(days, skip + MostShown) });
        }

        yield return new ActionsBlock([.. turns]);
    }

    private static Mrkdwn Summary(IReadOnlyList<Lessons> lessons, int days) => lessons.Count == 0
        ? Mrkdwn.Text($"No write-up with learnings was published in the last {days} days.")
        : Mrkdwn.Text(
            $"*For the next retrospective:* {IncidentWords.Count(Learnings(lessons), "learning", "learnings")} from "
                + $"{IncidentWords.Count(lessons.Count, "post-mortem", "post-mortems")} published in the last {days} days.");

    private static int Learnings(IReadOnlyList<Lessons> lessons) => lessons.Sum(lesson => lesson.Learnings.Count + lesson.Notes.Count);

    private static SectionBlock Section(Lessons lesson) => new(Mrkdwn.Join(
        "\n",
        [
            Mrkdwn.Text($"*{IncidentWords.Title(lesson.Incident)}*"),
            .. lesson.Learnings.Select(Line),
            .. lesson.Notes.SelectMany(note => ReviewNoteWords.Of(note, MaxText)).Select(line => Mrkdwn.Text($"• {line}")),
        ]))
    {
        Accessory = new Button(CardActions.PostMortem, "Open") { Value = IncidentWords.Number(lesson.Incident) },
    };

    private static Mrkdwn Line(Learning learning) => learning.Destination is { } destination
        ? Mrkdwn.Text($"• {Mrkdwn.Escape(learning.Text, MaxText)} _({DestinationWords.Of(destination)})_")
        : Mrkdwn.Text($"• {Mrkdwn.Escape(learning.Text, MaxText)}");
}
