using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Time;
using static IncidentBot.Domain.Tests.ActionItems.Examples;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.ActionItems;

public sealed class ReminderMessageTests
{
    private static readonly QuietHours Quiet = new(WorkCalendar.WithoutHolidays);

    [Fact]
    public void An_owner_gets_one_reminder_a_day_that_lists_everything()
    {
        ActionItem[] items = [Item(), Item(), Item("2026-06-30")];

        var message = Assert.Single(ReminderMessage.Plan(items, Quiet, Utc("2026-03-27 09:00"), new HashSet<string>()));

        Assert.Equal((Ana, "action-day:U0ANA:20260327", false, 2), (message.Owner, message.Key, message.IsAsk, message.Reminders.Count));
    }

    [Fact]
    public void A_reminder_due_after_the_daily_message_waits_until_the_next_day()
    {
        ActionItem[] items = [Item()];
        var sent = new HashSet<string> { ReminderMessage.DayKey(Ana, Day("2026-03-25")) };

        Assert.Empty(ReminderMessage.Plan(items, Quiet, Utc("2026-03-25 09:00"), sent));
        Assert.Single(ReminderMessage.Plan(items, Quiet, Utc("2026-03-26 08:00"), sent));
    }

    [Fact]
    public void One_message_asks_to_accept_all_new_items_outside_the_daily_limit()
    {
        ActionItem[] items = [Item(accepted: false), Item("2026-03-03", accepted: false)];
        var sent = new HashSet<string> { ReminderMessage.DayKey(Ana, Day("2026-03-02")) };

        var message = Assert.Single(ReminderMessage.Plan(items, Quiet, Created, sent));

        Assert.Equal((true, 2), (message.IsAsk, message.Reminders.Count));
        Assert.Empty(ReminderMessage.Plan(items, Quiet, Created.AddMinutes(1), message.Reminders.Select(ask => ask.Key).ToHashSet()));
    }

    [Fact]
    public void Every_owner_gets_a_separate_message()
    {
        var other = Item();
        other.Reassign(new ActionOwner(Ben, "Europe/Berlin"), Lead, Rights, Created);
        other.Accept(Ben, Created);

        var messages = ReminderMessage.Plan([Item(), other], Quiet, Utc("2026-03-27 09:00"), new HashSet<string>());

        Assert.Equal([Ana, Ben], messages.Select(message => message.Owner));
    }
}
