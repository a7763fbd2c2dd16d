using IncidentBot.Domain.Language;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.ActionItems;

/// <summary>The state of an idea. The numbers are stored and never change.</summary>
public enum IdeaState
{
    /// <summary>Collected during the incident; the post-mortem will look at it.</summary>
    Collected = 1,

    /// <summary>Set aside with a reason; kept and searchable.</summary>
    Parked = 2,

    /// <summary>It became an action item.</summary>
    Promoted = 3,

    /// <summary>Taken off the list.</summary>
    Discarded = 4,
}

/// <summary>Why an idea is parked. The numbers are stored and never change.</summary>
public enum ParkReason
{
    /// <summary>It has no owner.</summary>
    NoOwner = 1,

    /// <summary>It has no date.</summary>
    NoDate = 2,

    /// <summary>The post-mortem has reached its limit of action items.</summary>
    OverBudget = 3,
}

/// <summary>
/// A possible action item: collected during the incident, or parked by the post-mortem because it has no owner, no due date or
/// no room within the limit. An idea gets no reminders and counts in no metric until it becomes an action item.
/// </summary>
public sealed partial class ActionIdea
{
    private readonly List<PersonId> _voters = [];
    private readonly List<PersonId> _helpers = [];

    private ActionIdea()
    {
    }

    /// <summary>The id, given by the caller.</summary>
    public Guid Id { get; private set; }

    /// <summary>The incident that it came up in.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>Counts the changes; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>What could be changed; 1 to <see cref="ActionLimits.Text"/> characters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who might own it; null when not set.</summary>
    public PersonId? Owner { get; private set; }

    /// <summary>The due date in the owner's zone; null when not set.</summary>
    public DateOnly? DueDate { get; private set; }

    /// <summary>Its place in the ranking, if any; decides which idea is promoted first.</summary>
    public int? Rank { get; private set; }

    /// <summary>How the team would know that it worked; null when not set.</summary>
    public string? SuccessMetric { get; private set; }

    /// <summary>How much work it is; null when not set. Shown beside each idea in the vote.</summary>
    public ActionEffort? Effort { get; private set; }

    /// <summary>P1 to P3; null when not set.</summary>
    public ActionPriority? Priority { get; private set; }

    /// <summary>Who would help; each once.</summary>
    public IReadOnlyList<PersonId> Helpers => _helpers;

    /// <summary>The team that would support the owner; null when not set.</summary>
    public string? Team { get; private set; }

    /// <summary>The address of its ticket; null when there is none.</summary>
    public string? TicketLink { get; private set; }

    /// <summary>The day by which another affected team has to agree; null when none has to.</summary>
    public DateOnly? AgreementOn { get; private set; }

    /// <summary>What it would change; null when not set.</summary>
    public LearningDestination? Destination { get; private set; }

    /// <summary>The message that it was collected from, as "channel:ts"; unique; null when it was typed in.</summary>
    public string? Source { get; private set; }

    /// <summary>The state.</summary>
    public IdeaState State { get; private set; }

    /// <summary>Why it is parked; null unless it is.</summary>
    public ParkReason? ParkedBecause { get; private set; }

    /// <summary>The action item that it became; null unless it did.</summary>
    public Guid? ActionItemId { get; private set; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public PersonId CreatedBy { get; private set; }

    /// <summary>Collects an idea. A text that is too long is cut, because it may come from a message.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="incidentNumber">The incident.</param>
    /// <param name="draft">The idea; owner and due date may be missing.</param>
    /// <param name="source">"channel:ts" of the message, or null.</param>
    /// <param name="by">Who collects it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when empty ("text").</returns>
    public static Result<ActionIdea> Collect(
        Guid id, int incidentNumber, ActionDraft draft, string? source, PersonId by, DateTimeOffset now)
    {
        var text = TextRule.Clean(draft.Text);
        if (text.Length == 0)
        {
            return new Refusal("Say what could change.", "text");
        }

        var idea = new ActionIdea
        {
            Id = id,
            IncidentNumber = incidentNumber,
            Text = text.Length <= ActionLimits.Text ? text : string.Concat(text.AsSpan(0, ActionLimits.Text - 1), "…"),
            Owner = draft.Owner?.Id,
            DueDate = draft.DueDate,
            Rank = draft.Rank,
            SuccessMetric = TextRule.CleanOrNull(draft.SuccessMetric),
            Effort = draft.Effort,
            Priority = draft.Priority,
            Source = source,
            State = IdeaState.Collected,
            Version = 1,
            CreatedAt = now.ToUniversalTime(),
            CreatedBy = by,
        };
        idea.SetRest(draft);
        return idea;
    }

    /// <summary>Updates the idea. A promoted idea stays as it was.</summary>
    /// <param name="draft">The new values; an empty or overlong text keeps the old text.</param>
    public void Revise(ActionDraft draft)
    {
        if (State == IdeaState.Promoted)
        {
            return;
        }

        Text = ActionDraft.CheckText(draft.Text) is null ? TextRule.Clean(draft.Text) : Text;
        (Owner, DueDate, Rank, SuccessMetric) = (
            draft.Owner?.Id, draft.DueDate, draft.Rank ?? Rank, TextRule.CleanOrNull(draft.SuccessMetric));
        (Effort, Priority) = (draft.Effort ?? Effort, draft.Priority ?? Priority);
        SetRest(draft);
        Version++;
    }

    /// <summary>Rewords the idea in the form that wrote it down. A promoted idea stays as it was.</summary>
    /// <param name="draft">The new text and effort; everything else stays.</param>
    /// <returns>Refused when the text is empty or too long ("text").</returns>
    public Result Reword(ActionDraft draft)
    {
        if (ActionDraft.CheckText(draft.Text) is { } refusal)
        {
            return refusal;
        }

        if (State != IdeaState.Promoted && (Text, Effort) != (TextRule.Clean(draft.Text), draft.Effort))
        {
            (Text, Effort) = (TextRule.Clean(draft.Text), draft.Effort);
            Version++;
        }

        return Result.Accepted;
    }

    /// <summary>What only matters once it is an action item, kept so that no one types it twice.</summary>
    private void SetRest(ActionDraft draft)
    {
        (TicketLink, AgreementOn, Destination) = (TextRule.CleanOrNull(draft.TicketLink), draft.AgreementOn, draft.Destination);
        Team = TextRule.CleanOrNull(draft.Team);
        _helpers.Clear();
        _helpers.AddRange(draft.Helpers.Distinct());
    }

    /// <summary>Puts a removed idea back on the list because someone reacted to its message again.</summary>
    public void Restore()
    {
        if (State == IdeaState.Discarded)
        {
            ChangeState(IdeaState.Collected, null, null);
        }
    }

    /// <summary>Parks the idea with a reason. A promoted idea stays as it is.</summary>
    /// <param name="because">The reason.</param>
    public void Park(ParkReason because) => ChangeState(IdeaState.Parked, because, null);

    /// <summary>Records that the idea became an action item. Repeating it changes nothing.</summary>
    /// <param name="actionItemId">The item.</param>
    public void Promote(Guid actionItemId) => ChangeState(IdeaState.Promoted, null, actionItemId);

    /// <summary>Removes the idea from the list. A promoted idea stays as it is.</summary>
    public void Discard() => ChangeState(IdeaState.Discarded, null, null);

    private void ChangeState(IdeaState state, ParkReason? because, Guid? actionItemId)
    {
        if (State == IdeaState.Promoted || (State == state && ParkedBecause == because))
        {
            return;
        }

        (State, ParkedBecause, ActionItemId) = (state, because, actionItemId);
        Version++;
    }
}
