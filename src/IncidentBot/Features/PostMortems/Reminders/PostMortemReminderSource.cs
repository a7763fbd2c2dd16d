using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Time;
using IncidentBot.Effects.Reminders;
using IncidentBot.PostMortems;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.PostMortems.Reminders;

/// <summary>Reminds the lead and the facilitator of due post-mortems, unpublished write-ups and corrections without an answer.</summary>
internal sealed class PostMortemReminderSource(DuePostMortems duePostMortems, ResponsiblePeople responsible) : IReminderSource
{
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reminders = new List<DueReminder>();
        foreach (var (incident, postMortem, due) in await duePostMortems.AllAsync(now, cancellationToken))
        {
            if (due.Audience == PostMortemAudience.Announcements)
            {
                continue;
            }

            foreach (var reader in await responsible.AllAsync(incident, postMortem.Facilitator, cancellationToken))
            {
                var today = Zones.DateIn(now, Zones.Find(reader.Zone));
                var subject = new ReminderSubject(incident.Number, reader.Id, today, PostMortemReminderCard.About(due.Kind));
                reminders.Add(new DueReminder(reader, ReminderKey.For(due, reader.Id), BotMessageNames.PostMortemDue, subject.ToString())
                {
                    Incidents = [incident.Number],
                    IsAtOnce = due.Kind == PostMortemReminderKind.AtResolve,
                });
            }
        }

        return reminders;
    }
}
