using IncidentBot.Domain.Language;
using IncidentBot.Domain.Time;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.ActionItems;

/// <summary>An action item that is not created yet. Without an owner and a due date it is parked as an idea.</summary>
/// <param name="Text">What will be changed; 1 to <see cref="ActionLimits.Text"/> characters.</param>
/// <param name="Owner">The one accountable person; null while there is none.</param>
/// <param name="DueDate">The due date, in the owner's zone; null while unknown.</param>
public sealed record ActionDraft(string Text, ActionOwner? Owner = null, DateOnly? DueDate = null)
{
    /// <summary>People who help; at most <see cref="ActionLimits.Helpers"/>, duplicates count once.</summary>
    public IReadOnlyList<PersonId> Helpers { get; init; } = [];

    /// <summary>
    /// The team that supports the owner, who stays accountable; null when not set; at most <see cref="ActionLimits.Team"/> characters.
    /// </summary>
    public string? Team { get; init; }

    /// <summary>P1 to P3; null when not set.</summary>
    public ActionPriority? Priority { get; init; }

    /// <summary>Small, medium or large; null when not set.</summary>
    public ActionEffort? Effort { get; init; }

    /// <summary>
    /// How the team will know that it worked; null when not set; at most <see cref="ActionLimits.SuccessMetric"/> characters.
    /// </summary>
    public string? SuccessMetric { get; init; }

    /// <summary>An absolute http or https address of the ticket, if there is one.</summary>
    public string? TicketLink { get; init; }

    /// <summary>The day by which another affected team has to agree, if one has to.</summary>
    public DateOnly? AgreementOn { get; init; }

    /// <summary>What it changes: a runbook, monitoring, tests, architecture, training; null when not set.</summary>
    public LearningDestination? Destination { get; init; }

    /// <summary>Its place in the ranking, 1 first; null while unranked.</summary>
    public int? Rank { get; init; }

    /// <summary>Whether it can become an action.</summary>
    /// <param name="metricRequired">Whether the incident's severity asks for a success metric.</param>
    /// <param name="now">UTC; the owner's today follows from it.</param>
    /// <returns>The first thing that is missing or wrong: "text", "owner", "due", "helpers", "metric", "team" or "ticket".</returns>
    public Result Check(bool metricRequired, DateTimeOffset now) => new(Ready(metricRequired, now).Refusal);

    /// <summary>Whether the values that are filled in are valid, even if others are missing: enough for an idea.</summary>
    /// <param name="zone">The time zone of the due date while there is no owner.</param>
    /// <param name="now">UTC.</param>
    /// <returns>The first thing that is wrong: "text", "owner", "due", "helpers", "metric", "team" or "ticket".</returns>
    public Result CheckFilledIn(string zone, DateTimeOffset now) => new(
        CheckText(Text)
        ?? (Owner is { } owner ? CheckOwner(owner) : null)
        ?? (DueDate is { } due ? CheckDue(due, Owner?.Zone ?? zone, now) : null)
        ?? CheckDetails(metricRequired: false));

    /// <summary>The owner and the due date of a draft that can become an action item.</summary>
    internal Result<ReadyAction> Ready(bool metricRequired, DateTimeOffset now)
    {
        if (CheckText(Text) is { } wrongText)
        {
            return wrongText;
        }

        if (Owner is not { } owner)
        {
            return new Refusal("Choose one owner; an action without an owner is parked.", "owner");
        }

        if (DueDate is not { } due)
        {
            return new Refusal("Choose a due date; an action without a date is parked.", "due");
        }

        return (CheckOwner(owner) ?? CheckDue(due, owner.Zone, now) ?? CheckDetails(metricRequired)) is { } refusal
            ? refusal
            : new ReadyAction(owner, due);
    }

    internal static Refusal? CheckText(string text) =>
        TextRule.Required(text, ActionLimits.Text, "text", "Say what will change, so anyone can tell when it's done.");

    internal static Refusal? CheckOwner(ActionOwner owner) => owner.IsActivePerson
        ? null
        : new Refusal("A bot or a deactivated account can't own an action. Choose someone else.", "owner");

    internal static Refusal? CheckDue(DateOnly due, string zone, DateTimeOffset now)
    {
        var today = Zones.DateIn(now, Zones.Find(zone));
        if (due < today)
        {
            return new Refusal("Due date is in the past in the owner's time zone. Choose today or later.", "due");
        }

        return due <= today.AddYears(ActionLimits.YearsAhead)
            ? null
            : new Refusal($"Due date is more than {ActionLimits.YearsAhead} years away. Choose an earlier date.", "due");
    }

    internal static Refusal? CheckTicket(string? link) =>
        TextRule.CleanOrNull(link) is not { } given
        || (given.Length <= ActionLimits.TicketLink && Uri.TryCreate(given, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https")
            ? null
            : new Refusal("Ticket must be a full web address, such as https://tracker.example.com/OPS-12.", "ticket");

    internal Refusal? CheckDetails(bool metricRequired)
    {
        if (Helpers.Distinct().Count() > ActionLimits.Helpers)
        {
            return new Refusal($"At most {ActionLimits.Helpers} people can help. Remove some.", "helpers");
        }

        var metric = metricRequired
            ? TextRule.Required(SuccessMetric, ActionLimits.SuccessMetric, "metric", "Say how the team will know that the action worked.")
            : TextRule.AtMost(SuccessMetric, ActionLimits.SuccessMetric, "metric");
        return metric ?? TextRule.AtMost(Team, ActionLimits.Team, "team") ?? CheckTicket(TicketLink);
    }
}

/// <summary>What turns an idea into an action: an owner and a date.</summary>
internal sealed record ReadyAction(ActionOwner Owner, DateOnly Due);
