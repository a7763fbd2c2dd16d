using IncidentBot.Domain.Meetings;

namespace IncidentBot.Domain.Tests.Meetings;

public sealed class MeetingSizeTests
{
    [Theory]
    [InlineData(0, "No one is invited yet. Five to eight people work best.")]
    [InlineData(1, "One person is invited. Five to eight work best: with fewer, a perspective is missing.")]
    [InlineData(4, "4 people are invited. Five to eight work best: with fewer, a perspective is missing.")]
    [InlineData(5, null)]
    [InlineData(8, null)]
    [InlineData(9, "9 people are invited. Five to eight work best: with more, some only listen. Anyone not invited gets the draft.")]
    [Trait("Requirement", "R25")]
    public void Fewer_than_five_or_more_than_eight_people_cause_a_warning(int people, string? warning) =>
        Assert.Equal(warning, MeetingSize.Warning(people));
}
