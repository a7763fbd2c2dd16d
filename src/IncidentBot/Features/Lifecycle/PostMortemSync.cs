using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects.Reminders;
using IncidentBot.People;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Lifecycle;

/// <summary>
/// Brings the post-mortem in line with its incident: the first resolve opens it, reopening stops its clock, the next
/// resolve restarts it, cancelling ends it, and another severity moves the deadline.
/// </summary>
internal sealed class PostMortemSync(
    IncidentDb db, PeopleDirectory people, PersonalReminders reminders, SharedPostMortems shared)
{
    /// <summary>The post-mortem after the change; null when there is none.</summary>
    public async Task<PostMortem?> ApplyAsync(
        Incident incident, IncidentSnapshot before, PersonId actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var postMortem = await db.PostMortems.SingleOrDefaultAsync(known => known.IncidentNumber == incident.Number, cancellationToken);
        switch (incident)
        {
            case { Status: IncidentStatus.Cancelled }:
                postMortem?.MarkNotRequired(incident.CancelReason ?? "cancelled", actor, now);
                break;
            case { IsOpen: true } when !before.WasOpen:
                postMortem?.StopClock(actor, now);
                break;
            case { Status: IncidentStatus.Resolved } when before.WasOpen:
                postMortem = await OpenOrRestartAsync(incident, postMortem, actor, cancellationToken);
                break;
            case var _ when postMortem is not null:
                var wasLate = PostMortemClock.IsScheduledLate(postMortem);
                var start = postMortem.ClockStartedAt ?? incident.ResolvedAt ?? now;
                var (need, deadline) = await shared.TermsOfAsync(incident, start, cancellationToken);
                postMortem.ChangeNeed(need, deadline, actor, now);
                if (!wasLate && PostMortemClock.IsScheduledLate(postMortem))
                {
                    await NotifyLateMeetingAsync(incident, postMortem, now, cancellationToken);
                }

                break;
        }

        await shared.FollowAsync(incident, postMortem, actor, now, cancellationToken);
        return postMortem;
    }

    /// <summary>Tells the lead and the facilitator that the meeting is now after the deadline; without either, tells the channel.</summary>
    private async Task NotifyLateMeetingAsync(
        Incident incident, PostMortem postMortem, DateTimeOffset now, CancellationToken cancellationToken)
    {
        PersonId?[] responsible = [incident.Lead, postMortem.Facilitator];
        foreach (var person in responsible.OfType<PersonId>().Distinct())
        {
            var reader = await people.FindAsync(person, cancellationToken);
            var subject = ButtonValue.Write(incident.Number, person);
            var notification = new DueReminder(reader, LateMeetingCard.KeyOf(postMortem), BotMessageNames.LateMeeting, subject)
            {
                Incidents = [incident.Number],
            };
            await reminders.NotifyAsync(notification, now, cancellationToken);
        }

        if (Array.TrueForAll(responsible, person => person is null))
        {
            db.PostInChannel(incident, LateMeetingCard.Render(incident, postMortem), now);
        }
    }

    private async Task<PostMortem> OpenOrRestartAsync(
        Incident incident, PostMortem? postMortem, PersonId actor, CancellationToken cancellationToken)
    {
        var clockStart = incident.ResolvedAt!.Value;
        var (need, deadline) = await shared.TermsOfAsync(incident, clockStart, cancellationToken);
        if (postMortem is not null)
        {
            postMortem.RestartClock(need, clockStart, deadline, actor);
            return postMortem;
        }

        return db.PostMortems.Add(PostMortem.Open(Guid.CreateVersion7(clockStart), incident.Number, need, clockStart, deadline)).Entity;
    }
}
