using System.Globalization;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.ActionItems;

/// <summary>
/// A change that a post-mortem decided on, with one owner and one due date. It is tracked until it is closed, long after the
/// incident. Instants are UTC; days are days in the owner's zone. Its rules are in the files <c>ActionItem.*.cs</c>.
/// </summary>
public sealed partial class ActionItem
{
    private readonly List<PersonId> _helpers = [];
    private readonly List<ActionChange> _history = [];

    private ActionItem()
    {
    }

    /// <summary>The id, given by the caller.</summary>
    public Guid Id { get; private set; }

    /// <summary>The incident whose post-mortem decided on it.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>Counts the changes; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>What will be changed; 1 to <see cref="ActionLimits.Text"/> characters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The one accountable person. Someone who declines stays the owner until someone else takes over.</summary>
    public PersonId Owner { get; private set; }

    /// <summary>When it was assigned to this owner; the request to accept it counts from here.</summary>
    public DateTimeOffset AssignedAt { get; private set; }

    /// <summary>People who help; never the owner.</summary>
    public IReadOnlyList<PersonId> Helpers => _helpers;

    /// <summary>The team that supports the owner; null when none does.</summary>
    public string? Team { get; private set; }

    /// <summary>The due date, in <see cref="DueZone"/>.</summary>
    public DateOnly DueDate { get; private set; }

    /// <summary>The owner's IANA zone when the item was assigned; reminders follow it.</summary>
    public string DueZone { get; private set; } = "";

    /// <summary>When the due date or the owner was last set; reminders due before that are not sent.</summary>
    public DateTimeOffset DueSetAt { get; private set; }

    /// <summary>P1 to P3; null when not set.</summary>
    public ActionPriority? Priority { get; private set; }

    /// <summary>Small, medium or large; null when not set.</summary>
    public ActionEffort? Effort { get; private set; }

    /// <summary>How the team will know that it worked; null when not set.</summary>
    public string? SuccessMetric { get; private set; }

    /// <summary>The address of its ticket; null when there is none.</summary>
    public string? TicketLink { get; private set; }

    /// <summary>The day by which another affected team has to agree; null when none has to.</summary>
    public DateOnly? AgreementOn { get; private set; }

    /// <summary>What it changes: a runbook, monitoring, tests, architecture, training; null when not set.</summary>
    public LearningDestination? Destination { get; private set; }

    /// <summary>Its place in the ranking, 1 first; null while unranked.</summary>
    public int? Rank { get; private set; }

    /// <summary>Its state.</summary>
    public ActionState State { get; private set; }

    /// <summary>Why it is blocked or was dropped; null otherwise.</summary>
    public string? StateReason { get; private set; }

    /// <summary>When its owner accepted it; null until then and after a change of owner.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>The due date that its owner proposed instead, in <see cref="DueZone"/>; null without an open proposal.</summary>
    public DateOnly? ProposedDate { get; private set; }

    /// <summary>Why they proposed it; null without an open proposal.</summary>
    public string? ProposalReason { get; private set; }

    /// <summary>
    /// When they proposed it; the lead and the facilitator are asked until one of them answers. Null without an open proposal.
    /// </summary>
    public DateTimeOffset? ProposedAt { get; private set; }

    /// <summary>The owner who declined it; null once someone else owns it.</summary>
    public PersonId? DeclinedBy { get; private set; }

    /// <summary>When they declined it.</summary>
    public DateTimeOffset? DeclinedAt { get; private set; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Who created it.</summary>
    public PersonId CreatedBy { get; private set; }

    /// <summary>When it was done or dropped; null while it is not.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who closed it; null while it is not closed.</summary>
    public PersonId? ClosedBy { get; private set; }

    /// <summary>No reminders before this instant; null when it is not snoozed. A new due date or owner ends a snooze.</summary>
    public DateTimeOffset? SnoozedUntil { get; private set; }

    /// <summary>Done or dropped.</summary>
    public bool IsClosed => State is ActionState.Done or ActionState.Dropped;

    /// <summary>Its owner declined it, and no one else has taken over yet.</summary>
    public bool NeedsOwner => DeclinedBy == Owner;

    /// <summary>Its changes, oldest first.</summary>
    public IReadOnlyList<ActionChange> History => _history;

    /// <summary>The last edit of its details; null when there was none.</summary>
    public ActionChange? LastEdit => _history.FindLast(change => change.What == Edited);

    /// <summary>Creates an action item. <see cref="ActionBudget"/> decides whether there is room for it.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="incidentNumber">The incident whose post-mortem decides on it.</param>
    /// <param name="draft">Its values.</param>
    /// <param name="metricRequired">Whether the incident's severity asks for a success metric.</param>
    /// <param name="by">Who creates it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when text, owner, date or another field is missing or wrong: see <see cref="ActionDraft.Check"/>.</returns>
    public static Result<ActionItem> Create(
        Guid id, int incidentNumber, ActionDraft draft, bool metricRequired, PersonId by, DateTimeOffset now)
    {
        var ready = draft.Ready(metricRequired, now);
        if (!ready.Ok)
        {
            return ready.Refusal;
        }

        var (owner, due) = ready.Value;

        var at = now.ToUniversalTime();
        var item = new ActionItem
        {
            Id = id,
            IncidentNumber = incidentNumber,
            Text = TextRule.Clean(draft.Text),
            Owner = owner.Id,
            AssignedAt = at,
            DueDate = due,
            DueZone = owner.Zone,
            DueSetAt = at,
            Rank = draft.Rank,
            State = ActionState.Open,
            CreatedAt = at,
            CreatedBy = by,
        };
        item.SetDetails(draft);
        item.Record(by, now, $"created for {owner.Id}, due {Day(due)}", owner.Id);
        return item;
    }

    private void SetDetails(ActionDraft draft)
    {
        (Priority, Effort, AgreementOn, Destination) = (draft.Priority, draft.Effort, draft.AgreementOn, draft.Destination);
        (SuccessMetric, TicketLink) = (TextRule.CleanOrNull(draft.SuccessMetric), TextRule.CleanOrNull(draft.TicketLink));
        Team = TextRule.CleanOrNull(draft.Team);
        _helpers.Clear();
        _helpers.AddRange(draft.Helpers.Distinct().Where(helper => helper != Owner));
    }

    private const string Edited = "edited";

    private void Record(PersonId? by, DateTimeOffset now, string what, params IReadOnlyList<PersonId> people)
    {
        Version++;
        _history.Add(new ActionChange(now.ToUniversalTime(), by, what) { People = people });
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
