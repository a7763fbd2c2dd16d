using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Time;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>
/// Asks people to read the draft and sign off: those who were invited but did not attend, and those who were
/// involved but not invited. The caller saves.
/// </summary>
internal sealed class SignOffRequests(
    IncidentDb db, IncidentParticipation participation, PeopleDirectory people, IOptions<RemindersOptions> options, TimeProvider time)
{
    /// <summary>People with fewer messages count as bystanders.</summary>
    private const int MessagesToCountAsInvolved = 3;

    /// <summary>Asks each of them to sign off by the end of the next working day in their own zone.</summary>
    public async Task AskAsync(PostMortemView view, PersonId sharedBy, CancellationToken cancellationToken)
    {
        var attendees = await AttendeesAsync(view, cancellationToken);
        var others = (await InvolvedAsync(view, cancellationToken)).Where(person => person != sharedBy && !attendees.Contains(person));
        var known = await people.FindAllAsync(others, cancellationToken);
        var (now, calendar) = (time.GetUtcNow(), options.Value.Quiet.Calendar);
        var due = known.Values
            .Where(person =>
                person is { IsBot: false, IsDeactivated: false, IsGuest: false, IsOutsider: not true }
                && IncidentVisibility.Sees(person.Id, view.Incident))
            .ToDictionary(person => person.Id, person => calendar.AddWorkingDays(Zones.DateIn(now, Zones.Find(person.Zone)), 1));
        view.PostMortem.Meeting.AskToSignOff(due, now);
    }

    /// <summary>Whether someone attended, as far as is known; whoever ran a meeting in writing did.</summary>
    public async Task<bool> AttendedAsync(PostMortemView view, PersonId person, CancellationToken cancellationToken) =>
        (await AttendeesAsync(view, cancellationToken)).Contains(person);

    /// <summary>
    /// Who attended: as recorded, otherwise as people pressed "I'm here" on the board. Without either, everyone who was invited
    /// and the facilitator; for a meeting without invitations also the lead.
    /// </summary>
    private async Task<HashSet<PersonId>> AttendeesAsync(PostMortemView view, CancellationToken cancellationToken)
    {
        var postMortem = view.PostMortem;
        var board = await db.Boards.AsNoTracking().SingleOrDefaultAsync(board => board.IncidentNumber == view.Number, cancellationToken);
        if (board is { Profile.IsAsync: true })
        {
            // No one met, so everyone signs off except the person who ran it.
            return [board.RunBy];
        }

        HashSet<PersonId> attendees = [.. view.Attendance.Present];
        if (attendees.Count == 0)
        {
            attendees = [.. postMortem.Meeting.Attendees];
            if (attendees.Count == 0 && view.Incident.Lead is { } lead)
            {
                attendees.Add(lead);
            }
        }

        if (postMortem.Facilitator is { } facilitator)
        {
            attendees.Add(facilitator);
        }

        return attendees;
    }

    private async Task<IEnumerable<PersonId>> InvolvedAsync(PostMortemView view, CancellationToken cancellationToken)
    {
        var incident = view.Incident;
        var messages = await participation.MessageCountsAsync(view.Number, cancellationToken);
        PersonId?[] named = [incident.DeclaredBy, incident.DiagnosedIt, incident.ShippedTheChange];
        return view.PostMortem.Meeting.Attendees
            .Concat(incident.Roles.Select(holder => holder.Person))
            .Concat(named.OfType<PersonId>())
            .Concat(messages.Where(pair => pair.Value >= MessagesToCountAsInvolved).Select(pair => pair.Key))
            .Distinct();
    }
}
