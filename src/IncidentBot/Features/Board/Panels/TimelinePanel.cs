using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>
/// Who leads through the timeline, the timeline itself with the longest quiet period, warnings, and whether everyone agrees on it.
/// </summary>
internal static class TimelinePanel
{
    public static PhasePanel Of(BoardView view)
    {
        var list = TimelineList.Of(view);
        return new PhasePanel([.. Render(view, list)])
        {
            ForEveryone = [new Button(CardActions.AddEntry, "Add entry") { Value = view.PostMortemView.Subject }],
            ForFacilitator = [.. list.Steps(view), .. Buttons(view)],
            InMenu = [.. list.Pages(view)],
        };
    }

    private static IEnumerable<Block> Render(BoardView view, TimelineList list)
    {
        yield return new SectionBlock(Mrkdwn.Join("\n", Guide(view), Counts(view), Longest(view)));
        if (AllGaps(view.Gaps) is { IsEmpty: false } gaps)
        {
            yield return new ContextBlock(gaps);
        }

        foreach (var block in list.Render(view))
        {
            yield return block;
        }

        foreach (var smell in TimelineSmells.Of(view.Lines.Count(line => line.IsContributed), view.Gaps))
        {
            yield return new ContextBlock(Mrkdwn.Text($":thinking_face: {smell}"));
        }

        if (view.PostMortemView.PostMortem is { WriteUp.TimelineAgreedAt: { } at, WriteUp.TimelineAgreedBy: { } by })
        {
            yield return new ContextBlock(Mrkdwn.Text(
                $":white_check_mark: Timeline agreed at {Mrkdwn.Date(at, "{time}")}, confirmed by {Mrkdwn.User(by.Value)}."));
        }
    }

    /// <summary>The lead was there and drafted the timeline; in writing no one has to present it.</summary>
    private static Mrkdwn Guide(BoardView view) => view switch
    {
        { Board.Profile.IsAsync: true } => Mrkdwn.Empty,
        { PostMortemView.Incident.Lead: { } lead } => Mrkdwn.Text($"{Mrkdwn.User(lead.Value)}, please walk everyone through the timeline."),
        _ => Mrkdwn.Raw("Whoever was on call walks everyone through the timeline."),
    };

    private static Mrkdwn Counts(BoardView view)
    {
        var signals = view.PostMortemView.Entries.Where(entry => entry.Kind == EntryKind.Signal).ToList();
        var missed = signals.Count(entry => entry.SignalState == SignalState.Missed);
        return Mrkdwn.Text(
            $"*{IncidentWords.Count(view.Lines.Count(line => line.IsContributed), "entry", "entries")}* from people, "
                + $"{IncidentWords.Count(signals.Count, "signal", "signals")}{(missed > 0 ? $", {missed} of them missed" : "")}. "
                + $"The timeline ends with the incident.");
    }

    private static Mrkdwn Longest(BoardView view) => view.Gaps.Longest is { } gap
        ? Mrkdwn.Text(
            $":mag: Talk about the longest quiet period first: *{gap.Label}, {IncidentDuration.Format(gap.Duration)}* "
                + $"({Mrkdwn.Date(gap.Start, TimelineList.TimeFormat(view))} to {Mrkdwn.Date(gap.End, TimelineList.TimeFormat(view))}), "
                + $"{IncidentWords.Count(gap.EntriesInside, "entry", "entries")} inside.")
        : Mrkdwn.Empty;

    /// <summary>A single gap is already in the line above.</summary>
    private static Mrkdwn AllGaps(Gaps gaps) => Mrkdwn.Join(
        "  ·  ",
        [
            .. gaps.All.Count > 1 ? gaps.All.Select(gap => Mrkdwn.Text($"{gap.Label} {IncidentDuration.Format(gap.Duration)}")) : [],
            gaps.All.Count > 0 && gaps.Unknown.Length > 0 ? Mrkdwn.Text($"not known: {gaps.Unknown}") : Mrkdwn.Empty,
        ]);

    private static IEnumerable<Button> Buttons(BoardView view)
    {
        yield return view.PostMortemView.PostMortem.WriteUp.TimelineAgreedAt is null
            ? new Button(BoardActions.AgreeOnTimeline, "Mark as agreed") { Value = view.Step }
            : new Button(BoardActions.ReopenTimeline, "Reopen timeline") { Value = view.PostMortemView.Subject };
        yield return new Button(CardActions.ReviewTimeline, "Edit timeline") { Value = view.PostMortemView.Subject };
    }
}
