using IncidentBot.Domain.PostMortems;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.FollowUps;

public sealed class ReviewNoteTests
{
    [Theory]
    [InlineData("", " ", "insight")]
    [InlineData("The queue fills up after imports", "", null)]
    [InlineData("", "Invite the data team", null)]
    [InlineData("Ask <@U0BEN> first", "", "insight")]
    [InlineData("", "Ask <@U0BEN> first", "process")]
    public void One_of_the_two_is_enough_and_no_one_is_named(string insight, string process, string? refusedField) =>
        Assert.Equal(refusedField, RequiredPostMortem().Reviews.AddNote(insight, process, Ana, Resolved).Refusal?.Field);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_text_is_as_long_as_a_point_of_the_write_up(int more, bool fits) => Assert.Equal(
        fits, RequiredPostMortem().Reviews.AddNote(null, new string('x', PostMortemLimits.Point + more), Ana, Resolved).Ok);

    [Fact]
    public void The_same_note_twice_counts_once()
    {
        var reviews = RequiredPostMortem().Reviews;

        reviews.AddNote(" The queue fills up ", null, Ana, Resolved);
        reviews.AddNote("The queue fills up", "", Ana, Resolved.AddMinutes(1));

        Assert.Equal("The queue fills up", Assert.Single(reviews.Notes).Insight);
    }
}
