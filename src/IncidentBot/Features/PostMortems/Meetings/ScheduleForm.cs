using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Sweeps;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.PostMortems.Meetings;

/// <summary>Makes the schedule modal for somebody: with the people, their clocks and three times that suit them.</summary>
internal sealed class ScheduleForm(
    Participants participants, PeopleDirectory people, IOptions<MeetingOptions> options, IOptions<RemindersOptions> reminders, TimeProvider time)
{
    /// <summary>Refused while the incident is open (R20) and once the meeting was held.</summary>
    public async Task<Result<Modal>> RenderAsync(Dossier dossier, PersonId reader, string hub, CancellationToken cancellationToken)
    {
        if (MeetingRules.MaySchedule(dossier) is { Ok: false } refused)
        {
            return refused.Refusal;
        }

        var invited = await participants.OfAsync(dossier, cancellationToken);
        var duration = dossier.PostMortem.MeetingDuration ?? options.Value.DurationFor(dossier.Incident.Severity);
        var now = time.GetUtcNow();
        var proposals = SlotProposals.For(
            [.. invited.Select(participant => participant.Attendee)], options.Value.Rules(reminders.Value.Quiet.Calendar), now, dossier.PostMortem.DueAt ?? now, duration);
        return ScheduleModal.Render(new MeetingForm(
            new PostMortemKey(dossier.Number, Hub: hub, Seen: MeetingNews.Of(dossier.PostMortem)),
            dossier,
            proposals,
            invited,
            (await people.FindAsync(reader, cancellationToken)).Zone,
            duration));
    }
}

/// <summary>What holds for meetings beyond their times.</summary>
internal static class MeetingRules
{
    /// <summary>A post-mortem is never run, nor booked, during its incident (R20).</summary>
    public static Result MaySchedule(Dossier dossier) => dossier switch
    {
        { Incident.IsOpen: true } => new Refusal(
            $"Incident {dossier.Number} is open again. Resolve it first: during an incident the channel is the place to talk."),
        { PostMortem.MetAt: not null } => new Refusal("The post-mortem was already held, so there is nothing left to schedule."),
        _ => Result.Accepted,
    };
}
