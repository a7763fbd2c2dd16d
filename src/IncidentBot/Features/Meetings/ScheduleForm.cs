using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Meetings;

/// <summary>Builds the schedule modal for someone: the people, their zones and three suitable times.</summary>
internal sealed class ScheduleForm(
    Participants participants,
    PeopleDirectory people,
    IOptions<MeetingOptions> options,
    IOptions<RemindersOptions> reminders,
    TimeProvider time)
{
    /// <summary>Refused while the incident is open and once the meeting was held.</summary>
    public async Task<Result<Modal>> RenderAsync(
        PostMortemView view, PersonId reader, string overviewId, CancellationToken cancellationToken)
    {
        if (MeetingRules.MaySchedule(view) is { Ok: false } refused)
        {
            return refused.Refusal;
        }

        var invited = await participants.OfAsync(view, cancellationToken);
        var duration = view.PostMortem.Meeting.Duration ?? options.Value.DurationFor(view.Incident.Severity);
        var now = time.GetUtcNow();
        var proposals = SlotProposals.For(
            [.. invited.Select(participant => participant.Attendee)],
            options.Value.Rules(reminders.Value.Quiet.Calendar) with { Declined = view.PostMortem.Meeting.DeclinedStarts },
            now,
            view.PostMortem.DueAt ?? now,
            duration);
        return ScheduleModal.Render(new MeetingForm(
            new PostMortemKey(view.Number, OverviewId: overviewId, Seen: ScheduleWarnings.SeenState(view.PostMortem)),
            view,
            proposals,
            invited,
            (await people.FindAsync(reader, cancellationToken)).Zone,
            duration));
    }
}

/// <summary>Whether a meeting can be scheduled.</summary>
internal static class MeetingRules
{
    /// <summary>A post-mortem is never held or scheduled during its incident.</summary>
    public static Result MaySchedule(PostMortemView view) => view switch
    {
        { Incident.IsOpen: true } => PostMortemViews.OpenAgain(view),
        { PostMortem.HeldOrPublishedAt: not null } => new Refusal(PostMortem.AlreadyHeld),
        _ => Result.Accepted,
    };
}
