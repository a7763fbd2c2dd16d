using IncidentBot.Domain.Meetings;
using static IncidentBot.Domain.Tests.PostMortems.Examples;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.Meetings;

public sealed class AttendanceTests
{
    private static readonly DateTimeOffset Now = Utc("2026-03-05 10:00");

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("", "ana", "", "")]
    [InlineData("", "ana ben", "ana ben", "eve")]
    [InlineData("eve", "ana ben", "eve", "ana")]
    [InlineData("ana eve", "", "ana eve", "")]
    public void Recorded_people_count_before_the_board_and_one_person_on_the_board_says_nothing(
        string recorded, string board, string present, string absent)
    {
        var postMortem = RequiredPostMortem();
        postMortem.Schedule(new MeetingDetails(Now, TimeSpan.FromMinutes(60), null, People("ana eve")), Ana, Now.AddHours(-1));
        postMortem.MarkHeld(incidentIsResolved: true, Ana, Now);
        if (recorded.Length > 0)
        {
            Assert.True(postMortem.Meeting.RecordAttendance(People(recorded), Ana, Now).Ok);
        }

        var attendance = Attendance.Of(postMortem.Meeting, People(board));

        Assert.Equal(People(present), attendance.Present);
        Assert.Equal(People(absent), attendance.Absent);
        Assert.Equal(present.Length > 0, attendance.IsKnown);
    }

    private static PersonId[] People(string names) =>
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new PersonId($"U{name.ToUpperInvariant()}"))];
}
