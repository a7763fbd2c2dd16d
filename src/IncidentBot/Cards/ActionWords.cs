using System.Globalization;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Time;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Cards;

/// <summary>An action item in words, the same on every surface.</summary>
internal static class ActionWords
{
    public const string NoneOpen = "No open action items.";

    // Escaping can make a text five times as long, and a section holds 3000 characters, so a long reason is cut here and a
    // very long link is shown only in the form. The item keeps both in full.
    private const int ReasonShown = 100;
    private const int LinkShown = 150;
    private const int HelpersShown = 5;

    /// <summary>The rule that the form and the board both show.</summary>
    public const string OwnerAndDateRule = "An action needs one owner and one due date; otherwise it is parked.";

    /// <summary>The answer to a button on an action item that was deleted.</summary>
    public const string Gone = "That action item no longer exists.";

    /// <summary>"Fri 13 Mar 2026": a day in the owner's time zone; Slack's date markup would shift it to the reader's.</summary>
    public static string Day(DateOnly date) => date.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The text of the action item, in bold.</summary>
    public static Mrkdwn Title(ActionItem item) => Mrkdwn.Text($"*{item.Text}*");

    /// <summary>The state of the action item.</summary>
    public static Mrkdwn Of(ActionItem item) => item.State switch
    {
        ActionState.InProgress => Mrkdwn.Raw(":large_blue_circle: in progress"),
        ActionState.Blocked => Mrkdwn.Text($":no_entry: blocked: {Reason(item)}"),
        ActionState.Done => Mrkdwn.Text($":white_check_mark: {Effect(item)}"),
        ActionState.Dropped => Mrkdwn.Text($"dropped: {Reason(item)}"),
        _ => Mrkdwn.Raw("not started"),
    };

    /// <summary>The same without emoji, for pages.</summary>
    public static string State(ActionItem item) => item switch
    {
        { State: ActionState.InProgress } => "in progress",
        { State: ActionState.Blocked } => $"blocked: {Reason(item)}",
        { State: ActionState.Done } => Effect(item),
        { State: ActionState.Dropped } => $"dropped: {Reason(item)}",
        { AcceptedAt: null } => "not accepted yet",
        _ => "not started",
    };

    /// <summary>"done", and whether the action worked.</summary>
    public static string Effect(ActionItem item) => item.Verdict switch
    {
        EffectivenessVerdict.Achieved => "done, verified",
        EffectivenessVerdict.DidNotWork => $"done, didn't work: {SlackText.Truncate(item.VerdictReason ?? "", ReasonShown)}",
        _ => "done, not verified yet",
    };

    /// <summary>When it is due, and how long it is overdue.</summary>
    public static Mrkdwn Due(ActionItem item, DateTimeOffset now)
    {
        var late = Zones.DateIn(now, Zones.Find(item.DueZone)).DayNumber - item.DueDate.DayNumber;
        return item.IsClosed || late < 0
            ? Mrkdwn.Text($"due {Day(item.DueDate)}")
            : late switch
            {
                0 => Mrkdwn.Raw("*due today*"),
                1 => Mrkdwn.Raw(":warning: *due yesterday*"),
                _ => Mrkdwn.Text($":warning: *{OverdueWords.Age(TimeSpan.FromDays(late))} overdue* (due {Day(item.DueDate)})"),
            };
    }

    /// <summary>Whether the owner has accepted; empty once accepted or closed.</summary>
    public static Mrkdwn Accepted(ActionItem item) => item switch
    {
        { IsClosed: true } => Mrkdwn.Empty,
        { NeedsOwner: true } => Mrkdwn.Raw(":warning: needs another owner"),
        { ProposedDate: { } day } => Mrkdwn.Text($"{Day(day)} proposed"),
        { AcceptedAt: null } => Mrkdwn.Raw("not accepted yet"),
        _ => Mrkdwn.Empty,
    };

    /// <summary>"with @tom, @priya, team Payments"; empty without helpers and a supporting team.</summary>
    public static Mrkdwn Helpers(ActionItem item)
    {
        IEnumerable<Mrkdwn> people = item.Helpers.Take(HelpersShown).Select(helper => Mrkdwn.User(helper.Value));
        List<Mrkdwn> all = [.. people, .. item.Team is { } team ? [Mrkdwn.Text($"team {team}")] : Array.Empty<Mrkdwn>()];
        return all.Count == 0 ? Mrkdwn.Empty : Mrkdwn.Text($"with {Mrkdwn.Join(", ", all)}");
    }

    /// <summary>"@ben with team Payments": the owner and who supports them, where there is no room for more.</summary>
    public static Mrkdwn OwnerWithTeam(ActionItem item) => item.Team is { } team
        ? Mrkdwn.Text($"{Mrkdwn.User(item.Owner.Value)} with team {team}")
        : Mrkdwn.User(item.Owner.Value);

    /// <summary>The line of details below the title.</summary>
    public static Mrkdwn Facts(ActionItem item, DateTimeOffset now, bool withOwner = true) => Mrkdwn.Join(
        " · ",
        Mrkdwn.Text($"Incident {item.IncidentNumber}"),
        withOwner ? Mrkdwn.User(item.Owner.Value) : Mrkdwn.Empty,
        Helpers(item),
        Due(item, now),
        Of(item),
        Accepted(item),
        item.Destination is { } destination ? Mrkdwn.Text($"changes: {DestinationWords.Of(destination)}") : Mrkdwn.Empty,
        item is { AgreementOn: { } day, IsClosed: false } ? Mrkdwn.Text($"agreement with the other team by {Day(day)}") : Mrkdwn.Empty,
        item.Priority is { } priority ? Mrkdwn.Text($"{priority}") : Mrkdwn.Empty,
        item.TicketLink is { Length: <= LinkShown } ticket ? Mrkdwn.Link(ticket, "ticket") : Mrkdwn.Empty);

    private static string Reason(ActionItem item) => SlackText.Truncate(item.StateReason ?? "", ReasonShown);
}
