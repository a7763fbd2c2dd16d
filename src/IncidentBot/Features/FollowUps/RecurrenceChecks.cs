using IncidentBot.Domain.FollowUps;
using IncidentBot.Effects.Reminders;
using IncidentBot.PostMortems;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Asks the lead, or the lead's stand-in, on the review date whether the incident has happened again, and once more after "too early
/// to say". Without an answer the question is repeated at growing intervals, and the facilitator is asked too.
/// </summary>
internal sealed class RecurrenceChecks(DueReviews reviews, ResponsiblePeople responsible) : IReminderSource
{
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reminders = new List<DueReminder>();
        var due = await reviews.RecurrencesAsync(now, cancellationToken);
        await responsible.ReadAsync(due.Select(days => (days.Incident, days.Facilitator)), cancellationToken);
        foreach (var days in due)
        {
            var readers = await responsible.AllAsync(days.Incident, days.Facilitator, cancellationToken);
            foreach (var (reader, isFirst) in readers.Select((reader, at) => (reader, at == 0)))
            {
                if (reviews.RecurrenceFor(reader, days, now) is { } question && (isFirst || question.IsForTheLead))
                {
                    reminders.Add(Question(days.Number, reader, question, isFirst));
                }
            }
        }

        return reminders;
    }

    /// <summary>A new lead isn't asked what the last one was asked.</summary>
    private static DueReminder Question(int number, Person reader, UnansweredQuestion question, bool isFirst)
    {
        var key = FormattableString.Invariant($"return:{number}:{question.On:yyyyMMdd}");
        return new DueReminder(
            reader,
            isFirst ? key : $"{key}:{reader.Id}",
            BotMessageNames.Return,
            new RecurrenceSubject(number, question.On, reader.Id).ToString())
        {
            Incidents = [number],
            IsForOnePerson = isFirst,
        };
    }
}
