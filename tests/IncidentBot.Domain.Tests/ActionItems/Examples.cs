using IncidentBot.Domain.ActionItems;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.ActionItems;

/// <summary>
/// Action items that tests start from: created on Monday 2026-03-02 at 11:00 Berlin time, for Ana, who lives there.
/// </summary>
internal static class Examples
{
    public static readonly PersonId Ana = new("U0ANA");
    public static readonly PersonId Ben = new("U0BEN");
    public static readonly PersonId Lead = new("U0LEAD");
    public static readonly PersonId Facilitator = new("U0GUIDE");
    public static readonly PersonId Stranger = new("U0OTHER");
    public static readonly ActionItemRights Rights = new(Lead, Facilitator);
    public static readonly DateTimeOffset Created = Utc("2026-03-02 10:00");
    public static readonly ActionOwner AnaInBerlin = new(Ana, "Europe/Berlin");

    public static ActionDraft Draft(string due = "2026-03-27") =>
        new("Alert on the queue's age", AnaInBerlin, Day(due)) { Helpers = [Ben] };

    public static ActionItem Item(string due = "2026-03-27", bool accepted = true)
    {
        var item = ActionItem.Create(Guid.NewGuid(), 12, Draft(due), metricRequired: false, Lead, Created).Value
            ?? throw new InvalidOperationException("The example was refused.");
        if (accepted)
        {
            item.Accept(Ana, Created);
        }

        return item;
    }
}
