using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.Time;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.PostMortems;

/// <content>The steps from due to published. Each step lifts a waiver; repeating a step changes nothing.</content>
public sealed partial class PostMortem
{
    /// <summary>Why a meeting can't be scheduled any more.</summary>
    public const string AlreadyHeld = "The post-mortem was already held, so there's nothing left to schedule.";

    /// <summary>Schedules or moves the meeting. A time after the deadline is allowed.</summary>
    /// <param name="details">When, how long, where, who.</param>
    /// <param name="by">Who chose it.</param>
    /// <param name="now">When they chose it, UTC.</param>
    /// <returns>Refused, without a field, once the post-mortem was held or published; refused when the start is in the past ("start"),
    /// the length isn't allowed ("duration"), or a link is not a web address ("link", "board").</returns>
    public Result Schedule(MeetingDetails details, PersonId by, DateTimeOffset now)
    {
        if (HeldOrPublishedAt is not null)
        {
            return new Refusal(AlreadyHeld);
        }

        return Advance(Meeting.Schedule(details, by, now), by, now);
    }

    /// <summary>Records whether an invited person, or the facilitator, can attend the meeting. Repeating it changes nothing.</summary>
    /// <param name="answer">Who, whether they can, and the start that their invitation showed.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused once the meeting has moved or begun, and for people whom it doesn't expect.</returns>
    public Result AnswerInvitation(InvitationAnswer answer, DateTimeOffset now) =>
        Meeting.Answer(answer, answer.Person == Facilitator, now);

    /// <summary>"We held it", or the board was started: the meeting counts as held, and the deadlines of the write-up start.</summary>
    /// <param name="incidentIsResolved">Whether the incident is resolved; a post-mortem is never held before that.</param>
    /// <param name="by">Who marked it as held.</param>
    /// <param name="now">When, UTC; counts as the time of the meeting.</param>
    /// <returns>Refused while the incident is open.</returns>
    public Result MarkHeld(bool incidentIsResolved, PersonId by, DateTimeOffset now)
    {
        if (!incidentIsResolved)
        {
            return new Refusal("The incident is still open. Resolve it before the post-mortem.");
        }

        if (Meeting.HeldAt is not null)
        {
            return Result.Accepted;
        }

        Meeting.MarkHeld(by, now);
        return Advance(Result.Accepted, by, now);
    }

    /// <summary>The draft was shared for factual corrections.</summary>
    /// <param name="by">Who wrote it.</param>
    /// <param name="now">When, UTC.</param>
    public void MarkDrafted(PersonId by, DateTimeOffset now)
    {
        if (WriteUp is { DraftedAt: null, PublishedAt: null })
        {
            WriteUp.MarkDrafted(by, now);
            Advance(Result.Accepted, by, now);
        }
    }

    /// <summary>Publishes the write-up. Pressing twice publishes once.</summary>
    /// <param name="completeness">What the document still needs, with its current content.</param>
    /// <param name="by">Who publishes; <see cref="PostMortemRights"/> decides who may.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused while something blocks publishing, with a sentence for each reason.</returns>
    public Result Publish(Completeness completeness, PersonId by, DateTimeOffset now) =>
        WriteUp.PublishedAt is null ? Advance(WriteUp.Publish(completeness, by, now), by, now) : Result.Accepted;

    /// <summary>
    /// Sets the dates of the follow-up reviews, counted from the meeting or, if there was none, from publishing. Does nothing before
    /// either.
    /// </summary>
    /// <param name="plan">After how many days.</param>
    /// <param name="calendar">Weekends and holidays.</param>
    /// <param name="now">When, UTC.</param>
    public void OfferFollowUps(FollowUpPlan plan, WorkCalendar calendar, DateTimeOffset now)
    {
        if (HeldOrPublishedAt is { } heldAt)
        {
            Reviews.OfferFollowUps(plan.From(DateOnly.FromDateTime(heldAt.UtcDateTime), calendar), now);
        }
    }

    /// <summary>Waives the post-mortem. <see cref="PostMortemRights"/> decides who may.</summary>
    /// <param name="reason">Why there is nothing structural to learn; 1 to <see cref="PostMortemLimits.Reason"/> characters.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused without a reason ("reason") and once it is published.</returns>
    public Result Waive(string reason, PersonId by, DateTimeOffset now)
    {
        if (WriteUp.PublishedAt is not null)
        {
            return new Refusal("The write-up is already published, so there's nothing to waive.");
        }

        if (TextRule.Required(reason, PostMortemLimits.Reason, "reason",
            "Say why no post-mortem is needed; the reason is kept with the incident.") is { } refusal)
        {
            return refusal;
        }

        if (State == PostMortemState.Waived && WaivedReason == TextRule.Clean(reason))
        {
            return Result.Accepted;
        }

        (State, WaivedBy, WaivedReason, WaivedAt) = (PostMortemState.Waived, by, TextRule.Clean(reason), now.ToUniversalTime());
        Record(by, now, $"waived: {WaivedReason}", PostMortemPart.Waiver);
        return Result.Accepted;
    }

    /// <summary>Moves the state forward after an accepted step, which also lifts a waiver.</summary>
    private Result Advance(Result step, PersonId by, DateTimeOffset now)
    {
        if (step.Ok && State != ReachedState())
        {
            State = ReachedState();
            Record(by, now, $"now {State.ToString().ToLowerInvariant()}");
        }

        return step;
    }
}
