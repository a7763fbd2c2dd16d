using IncidentBot.Domain.Language;
using IncidentBot.Domain.Meetings;

namespace IncidentBot.Domain.PostMortems;

/// <content>The steps from due to published. Doing the work lifts a waiver; repeating a step changes nothing.</content>
public sealed partial class PostMortem
{
    /// <summary>Why a meeting can't be scheduled any more.</summary>
    public const string AlreadyHeld = "The post-mortem was already held, so there's nothing left to schedule.";

    /// <summary>Chooses or moves the time of the meeting. A time after the deadline is possible, and late.</summary>
    /// <param name="plan">When, how long, where, who.</param>
    /// <param name="by">Who chose it.</param>
    /// <param name="now">When they chose it, UTC.</param>
    /// <returns>Refused when it was held or published ("start" names no field then), begins in the past ("start"), is shorter or
    /// longer than a meeting ("duration"), or a link is not a web address ("link", "board").</returns>
    public Result Schedule(MeetingPlan plan, PersonId by, DateTimeOffset now)
    {
        var attendees = plan.Attendees.Distinct().ToList();
        if (MetAt is not null)
        {
            return new Refusal(AlreadyHeld);
        }

        if (CheckPlan(plan, now) is { } refusal)
        {
            return refusal;
        }

        var (link, board) = (TextRule.CleanOrNull(plan.Link), TextRule.CleanOrNull(plan.Board));
        if (State == PostMortemState.Scheduled && MeetingAt == plan.Start && MeetingDuration == plan.Duration
            && MeetingLink == link && BoardLink == board && Invites(plan))
        {
            return Result.Accepted;
        }

        MeetingMoves += MeetingAt is null ? 0 : 1;
        (MeetingAt, MeetingDuration, MeetingLink, BoardLink) = (plan.Start.ToUniversalTime(), plan.Duration, link, board);
        _attendees.Clear();
        _attendees.AddRange(attendees);
        Invite(plan);
        State = Furthest();
        Record(by, now, $"scheduled for {Stamp(MeetingAt)}", PostMortemPart.Meeting);
        return Result.Accepted;
    }

    /// <summary>"We held it", or the board was started: the meeting counts as held, and the write-up's clock starts.</summary>
    /// <param name="incidentIsResolved">Whether the incident is resolved; a post-mortem never runs during it.</param>
    /// <param name="by">Who said so.</param>
    /// <param name="now">When, UTC; counts as the time of the meeting.</param>
    /// <returns>Refused while the incident is open.</returns>
    public Result MarkHeld(bool incidentIsResolved, PersonId by, DateTimeOffset now)
    {
        if (!incidentIsResolved)
        {
            return new Refusal("The incident is still open. Resolve it before the post-mortem.");
        }

        if (HeldAt is not null)
        {
            return Result.Accepted;
        }

        HeldAt = now.ToUniversalTime();
        State = Furthest();
        Record(by, now, "held");
        return Result.Accepted;
    }

    /// <summary>The draft was shared for factual corrections.</summary>
    /// <param name="by">Who wrote it.</param>
    /// <param name="now">When, UTC.</param>
    public void MarkDrafted(PersonId by, DateTimeOffset now)
    {
        if (DraftedAt is not null || PublishedAt is not null)
        {
            return;
        }

        DraftedAt = now.ToUniversalTime();
        State = Furthest();
        Record(by, now, "draft out for corrections");
    }

    /// <summary>Waives the post-mortem. <see cref="PostMortemRights"/> decides who may.</summary>
    /// <param name="reason">Why there is nothing structural to learn; 1 to <see cref="PostMortemLimits.Reason"/> characters.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused without a reason ("reason") and once it is published.</returns>
    public Result Waive(string reason, PersonId by, DateTimeOffset now)
    {
        if (PublishedAt is not null)
        {
            return new Refusal("The write-up is already published, so there's nothing to waive.");
        }

        if (TextRule.Needed(reason, PostMortemLimits.Reason, "reason",
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

    private static Refusal? CheckPlan(MeetingPlan plan, DateTimeOffset now)
    {
        if (plan.Start <= now)
        {
            return new Refusal("Start is in the past. Choose a later time.", "start");
        }

        if (plan.Duration < PostMortemLimits.ShortestMeeting || plan.Duration > PostMortemLimits.LongestMeeting)
        {
            return new Refusal("Choose a length between 15 minutes and 4 hours.", "duration");
        }

        return CheckLink(plan.Link, "link", "Enter a full web address, such as https://meet.example.com/abc.")
            ?? CheckLink(plan.Board, "board", "Enter a full web address, such as https://board.example.com/abc.");
    }
}
