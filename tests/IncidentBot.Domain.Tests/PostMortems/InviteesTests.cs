using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using static IncidentBot.Domain.Tests.Time.Instants;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class InviteesTests
{
    private static readonly DateTimeOffset Now = Utc("2026-03-02 14:00");
    private static readonly DateOnly Tuesday = new(2026, 3, 3);

    [Fact]
    [Trait("Requirement", "R31")]
    public void Invited_people_not_recorded_as_present_count_as_absent()
    {
        var postMortem = Held(Ana, Ben);

        postMortem.Meeting.RecordAttendance([Ana], Ana, Now);

        Assert.Equal([(Ana, true), (Ben, (bool?)false)], postMortem.Meeting.Invitees.Select(invitee => (invitee.Person, invitee.Present)));
    }

    [Theory]
    [InlineData("2026-03-03 09:59", "2026-03-03 10:00", "U0BEN", null)]
    [InlineData("2026-03-03 10:00", "2026-03-03 10:00", "U0BEN", "already begun")]
    [InlineData("2026-03-03 09:59", "2026-03-03 10:30", "U0BEN", "has moved")]
    [InlineData("2026-03-03 09:59", "2026-03-03 10:00", "U0EVE", "aren't invited")]
    [InlineData("2026-03-03 09:59", "2026-03-03 10:00", "U0TOM", null)]
    public void Invited_people_and_the_facilitator_can_decline_until_the_meeting_begins(
        string now, string shown, string person, string? refused)
    {
        var postMortem = RequiredPostMortem();
        postMortem.AssignFacilitator(new PersonId("U0TOM"), null, Now);
        postMortem.Schedule(Examples.Plan("2026-03-03 10:00"), Ana, Now);

        var answer = postMortem.AnswerInvitation(new InvitationAnswer(new PersonId(person), CanAttend: false, Utc(shown)), Utc(now));

        Assert.Equal(refused is null, answer.Ok);
        Assert.Contains(refused ?? "", answer.Refusal?.Sentence ?? "", StringComparison.Ordinal);
        Assert.Equal(answer.Ok ? [new PersonId(person)] : [], postMortem.Meeting.Unavailable);
    }

    [Fact]
    public void Declining_counts_once_can_be_taken_back_and_ends_with_another_time()
    {
        var postMortem = RequiredPostMortem();
        postMortem.Schedule(Examples.Plan("2026-03-03 10:00"), Ana, Now);
        var answer = new InvitationAnswer(Ben, CanAttend: false, Utc("2026-03-03 10:00"));

        postMortem.AnswerInvitation(answer, Now);
        var version = postMortem.Meeting.Version;
        postMortem.AnswerInvitation(answer, Now);
        Assert.Equal(version, postMortem.Meeting.Version);
        postMortem.AnswerInvitation(answer with { CanAttend = true }, Now);
        Assert.Empty(postMortem.Meeting.Unavailable);
        postMortem.AnswerInvitation(answer, Now);
        postMortem.Schedule(Examples.Plan("2026-03-04 10:00"), Ana, Now);

        Assert.Empty(postMortem.Meeting.Unavailable);
        Assert.Equal([Utc("2026-03-03 10:00")], postMortem.Meeting.DeclinedStarts);
    }

    [Fact]
    [Trait("Requirement", "R31")]
    public void Attendance_cannot_be_recorded_before_the_meeting()
    {
        var postMortem = RequiredPostMortem();

        Assert.Equal("present", postMortem.Meeting.RecordAttendance([Ana], Ana, Now).Refusal?.Field);
    }

    [Fact]
    [Trait("Requirement", "R31")]
    public void Only_absent_people_are_asked_to_sign_off_and_only_once()
    {
        var postMortem = Held(Ana, Ben);
        postMortem.Meeting.RecordAttendance([Ana], Ana, Now);
        var due = new Dictionary<PersonId, DateOnly> { [Ana] = Tuesday, [Ben] = Tuesday };

        postMortem.Meeting.AskToSignOff(due, Now);
        var version = postMortem.Meeting.Version;
        postMortem.Meeting.AskToSignOff(new Dictionary<PersonId, DateOnly> { [Ben] = Tuesday.AddDays(1) }, Now);

        Assert.Equal(
            [(Ana, null), (Ben, (DateOnly?)Tuesday)], postMortem.Meeting.Invitees.Select(invitee => (invitee.Person, invitee.SignOffDue)));
        Assert.Equal(version, postMortem.Meeting.Version);
    }

    [Fact]
    [Trait("Requirement", "R31")]
    public void Signing_off_counts_once_and_only_for_people_who_were_asked()
    {
        var postMortem = Held(Ana, Ben);
        postMortem.Meeting.AskToSignOff(new Dictionary<PersonId, DateOnly> { [Ben] = Tuesday }, Now);

        Assert.True(postMortem.Meeting.SignOff(Ben, attended: false, Now).Ok);
        Assert.True(postMortem.Meeting.SignOff(Ben, attended: false, Now.AddHours(1)).Ok);

        Assert.False(postMortem.Meeting.SignOff(Ana, attended: false, Now).Ok);
        Assert.Equal(Now, postMortem.Meeting.Invitees.Single(invitee => invitee.Person == Ben).SignedOffAt);
    }

    [Fact]
    [Trait("Requirement", "R26")]
    public void Someone_no_longer_invited_loses_their_parts()
    {
        var postMortem = RequiredPostMortem();
        postMortem.Schedule(Plan(Ana, Ben), Ana, Now);

        postMortem.Schedule(Plan(Ana), Ana, Now);

        Assert.Equal(
            [(Ana, InviteeParts.Responder, true), (Ben, InviteeParts.None, false)],
            postMortem.Meeting.Invitees.Select(invitee => (invitee.Person, invitee.Parts, invitee.IsInvited)));
    }

    private static PostMortem Held(params PersonId[] invited)
    {
        var postMortem = RequiredPostMortem();
        postMortem.Schedule(Plan(invited), Ana, Now);
        postMortem.MarkHeld(incidentIsResolved: true, Ana, Now);
        return postMortem;
    }

    private static MeetingDetails Plan(params PersonId[] invited) => new(Now.AddDays(1), TimeSpan.FromHours(1), null, invited)
    {
        Parts = invited.ToDictionary(person => person, _ => InviteeParts.Responder),
    };
}
