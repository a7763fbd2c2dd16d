using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using static IncidentBot.Domain.Tests.Time.Instants;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class PartsTests
{
    [Fact]
    public void Each_part_knows_who_changed_it_last()
    {
        var postMortem = RequiredPostMortem();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        postMortem.WriteUp.WriteSummary("It broke.", Ana, Resolved);
        postMortem.WriteUp.WriteLearning(first, "Retries hide outages", null, Ana, Resolved);
        postMortem.WriteUp.WriteLearning(second, "Queues hide load", null, Ben, Resolved);
        postMortem.WriteUp.RemoveLearning(first, Ben, Resolved);

        Assert.Equal(Ana, postMortem.LastChangeOf(PostMortemPart.Summary)?.By);
        Assert.Equal(
            (Ben, "learning removed"),
            (postMortem.LastChangeOf(PostMortemPart.Of(first))?.By, postMortem.LastChangeOf(PostMortemPart.Of(first))?.What));
        Assert.Equal("learning added", postMortem.LastChangeOf(PostMortemPart.Of(second))?.What);
        Assert.Null(postMortem.LastChangeOf(PostMortemPart.Impact));
    }

    [Theory]
    [InlineData("2026-03-04 14:00", false)]
    [InlineData("2026-03-04 14:01", true)]
    public void A_meeting_scheduled_after_the_deadline_counts_as_late_until_it_is_held(string start, bool late)
    {
        var postMortem = PostMortemOf(PostMortemNeed.Recommended, TimeSpan.FromDays(7));
        postMortem.Schedule(Plan(start), Ana, Resolved);
        Assert.False(PostMortemClock.IsScheduledLate(postMortem));

        postMortem.ChangeNeed(PostMortemNeed.Required, TimeSpan.FromHours(48), Ana, Resolved);
        Assert.Equal(late, PostMortemClock.IsScheduledLate(postMortem));

        postMortem.MarkHeld(true, Ana, Utc(start));
        Assert.False(PostMortemClock.IsScheduledLate(postMortem));
    }
}
