using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>What went well, what could be better, and what was learned: each list with the button that writes it.</summary>
internal static class LearningsPanel
{
    private const int Longest = 200;
    private const int MostShown = 6;

    public static PhasePanel Of(BoardView view)
    {
        var writeUp = view.PostMortemView.PostMortem.WriteUp;
        return new PhasePanel(
        [
            List(
                WriteUpSections.Of(DocumentSection.WentWell).Label,
                writeUp.WentWell,
                "What should we keep doing?",
                Write(view, PostMortemPart.WentWell, writeUp.WentWell)),
            List(
                WriteUpSections.Of(DocumentSection.CouldBeBetter).Label,
                writeUp.CouldBeBetter,
                "Missing alerts or documentation, friction, limits of a tool?",
                Write(view, PostMortemPart.CouldBeBetter, writeUp.CouldBeBetter)),
            List("Learnings", Learnings(view), "What do we know now that we didn't know before?", Add(view)),
        ])
        {
            ForFacilitator = writeUp.Learnings.Count > 0
                ? [new Button(PostMortemActions.OpenSection, "Edit learnings") { Value = KeyOf(view, PostMortemPart.Learnings) }]
                : [],
        };
    }

    /// <summary>The learnings as they are read out.</summary>
    public static IReadOnlyList<string> Learnings(BoardView view) =>
        [.. view.PostMortemView.PostMortem.WriteUp.Learnings.OrderBy(learning => learning.Position).Select(learning => learning.Text)];

    /// <summary>A list under its heading; the hint while it is empty.</summary>
    public static SectionBlock List(string heading, IReadOnlyList<string> points, string hint, Button? button = null) =>
        new(Mrkdwn.Join(
            "\n",
            [
                Mrkdwn.Text($"*{heading}*"),
                .. points.Count == 0 ? [Mrkdwn.Text($"_{hint}_")] : points.Take(MostShown).Select(Line),
                points.Count > MostShown ? Mrkdwn.Text($"and {points.Count - MostShown} more") : Mrkdwn.Empty,
            ]))
        {
            Accessory = button,
        };

    private static Mrkdwn Line(string point) => Mrkdwn.Text($"• {Mrkdwn.Escape(point, Longest)}");

    private static Button Write(BoardView view, string part, IReadOnlyList<string> points) =>
        new(PostMortemActions.OpenSection, points.Count == 0 ? "Write" : "Edit")
        {
            Value = KeyOf(view, part),
            AccessibilityLabel = part == PostMortemPart.WentWell ? "Write: What went well" : "Write: What could be better",
        };

    private static Button Add(BoardView view) =>
        new(PostMortemActions.NewItem, "Add learning") { Value = KeyOf(view, PostMortemPart.Learnings) };

    private static string KeyOf(BoardView view, string part) => new PostMortemKey(view.PostMortemView.Number, part).WriteValue();
}
