using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Features.PostMortems.Reminding;
using IncidentBot.Outbox;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.PostMortems.Facilitating;

/// <summary>Judges and appoints facilitators. The caller saves.</summary>
internal sealed class Facilitators(IncidentDb db, FacilitatorPicker picker, PeopleDirectory people, TimeProvider time)
{
    /// <summary>What to show before somebody is appointed who was close; null when they were not.</summary>
    public Task<Modal?> WarningAsync(Dossier dossier, PersonId person, PersonId reader, PostMortemKey key, CancellationToken cancellationToken) =>
        picker.WarnAsync(dossier, person, reader, key, cancellationToken);

    public async Task<Result> AppointAsync(Dossier dossier, PersonId person, PersonId by, CancellationToken cancellationToken)
    {
        var known = await people.FindAsync(person, cancellationToken);
        if (known.IsBot || known.IsDeactivated || known.IsGuest)
        {
            return new Refusal($"{known.Name} cannot facilitate: choose a member of the workspace.", FacilitatorModal.Blocks.Person);
        }

        if (!IncidentVisibility.Sees(person, dossier.Incident))
        {
            return new Refusal($"{known.Name} is not in this private incident's channel. Invite them there first.", FacilitatorModal.Blocks.Person);
        }

        if (dossier.PostMortem.Facilitator == person)
        {
            return Result.Accepted;
        }

        var now = time.GetUtcNow();
        dossier.PostMortem.AssignFacilitator(person, by, now);

        // This DM says what the newest reminder would say, so it stands for it.
        var key = PostMortemReminders.Due(dossier.PostMortem, now, new HashSet<string>()) is { } newest
            ? ReminderKey.For(newest, person)
            : ReminderKey.Appointed(dossier.PostMortem, person);
        await db.EnqueueOnceAsync(Lane.Person(person), FacilitatorMessage.For(dossier, person), key, now, cancellationToken);
        db.RefreshSurfaces(dossier.Incident, now);
        return Result.Accepted;
    }
}
