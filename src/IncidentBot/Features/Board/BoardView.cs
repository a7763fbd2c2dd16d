using IncidentBot.Commands;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Timelines;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Recurrence;

namespace IncidentBot.Features.Board;

/// <summary>Everything that a board shows.</summary>
/// <param name="PostMortemView">The post-mortem.</param>
/// <param name="Board">The board with its current phase.</param>
/// <param name="Lines">The timeline with people's names.</param>
/// <param name="Earlier">The actions of earlier post-mortems.</param>
/// <param name="Ideas">Ideas that are no action items yet, ranked by votes.</param>
/// <param name="Budget">How many actions the post-mortem may have.</param>
/// <param name="Now">When it is drawn, UTC; only days are read from it, so that a card is not redrawn every second.</param>
internal sealed record BoardView(
    PostMortemView PostMortemView,
    MeetingBoard Board,
    IReadOnlyList<TimelineLine> Lines,
    EarlierActions Earlier,
    IReadOnlyList<ActionIdea> Ideas,
    ActionBudget Budget,
    DateTimeOffset Now)
{
    /// <summary>How many questions wait in the parking lot.</summary>
    public int Parked => PostMortemView.OpenPoints.Count();

    public Gaps Gaps => Gaps.Of(PostMortemView.Incident, PostMortemView.Entries);

    /// <summary>The value of a button that moves the board: the step at which it was shown.</summary>
    public string Step => ButtonValue.Write(PostMortemView.Number, Board.Step);
}

/// <summary>The actions of earlier post-mortems: those still open, and all of the last two of the same service.</summary>
/// <param name="Items">Open ones first, the oldest due day first; then closed ones.</param>
/// <param name="StoppedTooEarly">The sentence to show when all earlier actions were done and the same gap is back; null otherwise.</param>
/// <param name="Reopened">Earlier incidents of the same service whose gap is open again: an action didn't work, or the incident
/// recurred.</param>
internal sealed record EarlierActions(IReadOnlyList<ActionItem> Items, string? StoppedTooEarly, IReadOnlyList<ReopenedEarlier> Reopened)
{
    /// <summary>The command's name, for the sentence that mentions it.</summary>
    public string Command { get; init; } = "";

    public static EarlierActions None { get; } = new([], null, []);

    /// <summary>Causes that are back; the meeting begins with them.</summary>
    public IReadOnlyList<RepeatTopic> Repeats { get; init; } = [];

    /// <summary>Whether there is nothing to review.</summary>
    public bool AreNone => Items.Count == 0 && Reopened.Count == 0 && Repeats.Count == 0;
}

/// <summary>An earlier incident whose gap is open again.</summary>
internal sealed record ReopenedEarlier(int Number, string Gap, IReadOnlyList<ReopenReason> Causes);
