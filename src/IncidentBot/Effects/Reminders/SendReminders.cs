using IncidentBot.Domain;
using IncidentBot.Jobs;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Effects.Reminders;

/// <summary>
/// Sends each person one DM a day with everything that is due, what becomes due later that day included. What follows at once from what
/// someone did is sent even on a day that had its DM; anything else waits for the next one.
/// </summary>
internal sealed class SendReminders(IEnumerable<IReminderSource> sources, PersonalReminders reminders) : ISweep
{
    private readonly Dictionary<DateTimeOffset, ILookup<PersonId, DueReminder>> _known = [];

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var due in await DueAsync(now, cancellationToken))
        {
            if (due.First().Reader is var reader && reminders.CanReach(reader, now))
            {
                await RemindAsync(reader, [.. due], now, cancellationToken);
            }
        }
    }

    private async Task RemindAsync(
        Person reader, IReadOnlyList<DueReminder> due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await reminders.MessageOfTodayAsync(reader, now, cancellationToken) is not { } message)
        {
            var today = (await DueAsync(reminders.EndOfDay(reader, now), cancellationToken))[reader.Id];
            await reminders.SendAsync(reader, Together(due, today), isForTheDay: true, now, cancellationToken);
            return;
        }

        var atOnce = due.Where(reminder => reminder.IsAtOnce).ToList();
        if (atOnce.Count > 0)
        {
            await reminders.SendAsync(reader, atOnce, isForTheDay: false, now, cancellationToken);
        }

        await reminders.RenewAsync(message, [.. due.Except(atOnce)], now, cancellationToken);
    }

    /// <summary>
    /// What is due now and later today. A section that is due now keeps its occasion: when the later one comes, the section is drawn again.
    /// </summary>
    private static List<DueReminder> Together(IReadOnlyList<DueReminder> due, IEnumerable<DueReminder> today)
    {
        var now = due.Where(reminder => reminder.Notices.Count == 0).ToList();
        var later = today.Where(reminder => !now.Exists(known => (known.Card, known.Subject) == (reminder.Card, reminder.Subject)));
        return [.. now, .. later];
    }

    private async Task<ILookup<PersonId, DueReminder>> DueAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(at, out var known))
        {
            var due = new List<DueReminder>();
            foreach (var source in sources)
            {
                due.AddRange(await source.DueAsync(at, cancellationToken));
            }

            known = (await reminders.UnsentAsync(due, cancellationToken)).ToLookup(reminder => reminder.Reader.Id);
            _known.Add(at, known);
        }

        return known;
    }
}
