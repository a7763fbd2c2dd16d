using IncidentBot.Domain.Meetings;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.Meetings;

public sealed class InviteeMergeTests
{
    [Theory]
    [InlineData(0, 1, 0, 1)]
    [InlineData(0, 0, 1, 1)]
    [InlineData(1, 0, 1, 0)]
    [InlineData(1, 1, 0, 0)]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, 5, 3, 7)]
    [InlineData(1, 0, 3, 2)]
    [Trait("Requirement", "R26")]
    public void A_change_that_only_one_person_made_is_kept(int shown, int chosen, int stored, int merged) =>
        Assert.Equal((InviteeParts)merged, InviteeMerge.Of(Parts(shown), Parts(chosen), Parts(stored)).GetValueOrDefault(Ana));

    private static Dictionary<PersonId, InviteeParts> Parts(int parts) => new() { [Ana] = (InviteeParts)parts };
}
