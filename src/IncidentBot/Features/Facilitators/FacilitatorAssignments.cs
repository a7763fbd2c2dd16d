using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects.Reminders;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Facilitators;

/// <summary>Checks and appoints facilitators. The caller saves.</summary>
internal sealed class FacilitatorAssignments(
    PersonalReminders reminders, FacilitatorPicker picker, PeopleDirectory people, TimeProvider time)
{
    /// <summary>The warning before someone who was close to the incident is appointed; null when they were not.</summary>
    public Task<Modal?> WarningAsync(
        PostMortemView view, PersonId person, PersonId reader, PostMortemKey key, CancellationToken cancellationToken) =>
        picker.WarnAsync(view, person, reader, key, cancellationToken);

    public async Task<Result> AppointAsync(PostMortemView view, PersonId person, PersonId by, CancellationToken cancellationToken)
    {
        var known = await people.FindAsync(person, cancellationToken);
        if (known.IsBot || known.IsDeactivated || RoleCandidates.NotAMember(known) is not null)
        {
            return new Refusal($"{known.Name} can't facilitate. Choose a full member of the workspace.", FacilitatorModal.Blocks.Person);
        }

        if (!IncidentVisibility.Sees(person, view.Incident))
        {
            return new Refusal(RoleCandidates.NotInChannel(known.Name), FacilitatorModal.Blocks.Person);
        }

        if (view.PostMortem.Facilitator == person)
        {
            return Result.Accepted;
        }

        var now = time.GetUtcNow();
        view.PostMortem.AssignFacilitator(person, by, now);

        // This DM replaces the newest reminder.
        var key = PostMortemReminders.Due(view.PostMortem, now, new HashSet<string>()) is { } newest
            ? ReminderKey.For(newest, person)
            : ReminderKey.FacilitatorAssigned(view.PostMortem, person);
        var notification = new DueReminder(known, key, BotMessageNames.Facilitating, ButtonValue.Write(view.Number, person))
        {
            Incidents = [view.Number],
        };
        await reminders.NotifyAsync(notification, now, cancellationToken);
        return Result.Accepted;
    }
}
