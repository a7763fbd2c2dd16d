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
    public void The_declarer_stands_in_while_there_is_neither_lead_nor_facilitator()
    {
        var rights = new PostMortemRights(null, null) { Declarer = Ana };

        Assert.True(rights.MayPublish(Ana, isAdmin: false).Ok);
        Assert.True(rights.MayAnswerCorrections(Ana, isAdmin: false).Ok);
        Assert.StartsWith(
            "Only the person who declared the incident or an admin can answer a correction.",
            rights.MayAnswerCorrections(Ben, isAdmin: false).Refusal?.Sentence,
            StringComparison.Ordinal);
        Assert.False((rights with { Facilitator = Ben }).MayPublish(Ana, isAdmin: false).Ok);
        Assert.StartsWith(
            "Only an admin can publish",
            (rights with { Declarer = null }).MayPublish(Ben, isAdmin: false).Refusal?.Sentence,
            StringComparison.Ordinal);
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
