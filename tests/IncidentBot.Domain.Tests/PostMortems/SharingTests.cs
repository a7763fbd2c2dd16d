using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using static IncidentBot.Domain.Tests.Time.Instants;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class SharingTests
{
    private static readonly DateTimeOffset Now = Utc("2026-03-06 09:00");

    [Fact]
    [Trait("Requirement", "R118")]
    public void A_write_up_cannot_be_shared_before_it_is_published() =>
        Assert.StartsWith(
            "The write-up isn't published yet.",
            WithGapAndFactor().WriteUp.Share(SharingStep.Leadership, [Ben], null, Ana, Now).Refusal!.Sentence,
            StringComparison.Ordinal);

    [Fact]
    [Trait("Requirement", "R118")]
    public void Both_sharing_steps_are_due_a_week_after_publishing()
    {
        var postMortem = Published();

        Assert.Equal([SharingStep.Leadership, SharingStep.RelatedTeams], postMortem.WriteUp.OpenSharingSteps);
        Assert.Equal(Now.AddDays(7), postMortem.WriteUp.ShareBy);
    }

    [Theory]
    [Trait("Requirement", "R118")]
    [InlineData(null, "people")]
    [InlineData("  ", "people")]
    [InlineData("In Monday's meeting", null)]
    public void Sharing_with_no_one_chosen_needs_a_note_on_how_they_were_told(string? how, string? refused)
    {
        var postMortem = Published();

        Assert.Equal(refused, postMortem.WriteUp.Share(SharingStep.Leadership, [], how, Ana, Now).Refusal?.Field);
        Assert.Equal(refused is null, !postMortem.WriteUp.OpenSharingSteps.Contains(SharingStep.Leadership));
    }

    [Fact]
    [Trait("Requirement", "R118")]
    public void No_one_gets_the_write_up_twice_for_the_same_step()
    {
        var postMortem = Published();
        postMortem.WriteUp.Share(SharingStep.RelatedTeams, [Ben], null, Ana, Now);

        Assert.Equal([Ana], postMortem.WriteUp.Share(SharingStep.RelatedTeams, [Ben, Ana], null, Ana, Now).Value);
        Assert.Equal([Ben], postMortem.WriteUp.Share(SharingStep.Leadership, [Ben], null, Ana, Now).Value);
    }

    private static PostMortem Published()
    {
        var postMortem = WithGapAndFactor();
        postMortem.Publish(Completeness.Of(postMortem, 4, 1, 1), Ana, Now);
        return postMortem;
    }
}
