using IncidentBot.Domain.PostMortems;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class PostMortemRightsTests
{
    [Fact]
    public void Lead_facilitator_and_admin_may_waive_and_publish()
    {
        var rights = new PostMortemRights(Ana, null);

        Assert.True(rights.MayWaive(Ana, isAdmin: false).Ok);
        Assert.True(rights.MayPublish(Ben, isAdmin: true).Ok);
        Assert.False(rights.MayPublish(Ben, isAdmin: false).Ok);
        Assert.True((rights with { AnyMember = true }).MayPublish(Ben, isAdmin: false).Ok);
    }

    [Fact]
    public void Lead_facilitator_and_declarer_may_answer_the_recurrence_check_and_no_one_else()
    {
        var rights = new PostMortemRights(Ana, Ben) { Declarer = new PersonId("U0DEC") };

        Assert.True(rights.MayAnswerRecurrence(Ana).Ok);
        Assert.True(rights.MayAnswerRecurrence(Ben).Ok);
        Assert.True(rights.MayAnswerRecurrence(new PersonId("U0DEC")).Ok);
        Assert.StartsWith(
            "Only the lead, the facilitator or the person who declared",
            rights.MayAnswerRecurrence(new PersonId("U0OTHER")).Refusal?.Sentence,
            StringComparison.Ordinal);
    }
}
