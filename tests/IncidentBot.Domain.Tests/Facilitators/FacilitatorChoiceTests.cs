using IncidentBot.Domain.Facilitators;
using static IncidentBot.Domain.Tests.Time.Instants;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.Facilitators;

public sealed class FacilitatorChoiceTests
{
    [Theory]
    [InlineData(true, true, true, true, 41, false, "led this incident")]
    [InlineData(false, true, true, true, 41, false, "shipped the change")]
    [InlineData(false, false, true, true, 41, false, "diagnosed the incident")]
    [InlineData(false, false, false, true, 41, false, "had a role in this incident")]
    [InlineData(false, false, false, false, 41, false, "posted 41 messages")]
    [InlineData(false, false, false, false, 11, false, "posted 11 messages")]
    [InlineData(false, false, false, false, 10, true, "posted 10 messages")]
    [InlineData(false, false, false, false, 1, true, "posted 1 message")]
    [InlineData(false, false, false, false, 0, true, "wasn't involved")]
    public void The_strongest_reason_against_someone_is_given(
        bool led, bool shipped, bool diagnosed, bool role, int messages, bool fits, string reason) =>
        Assert.Equal(new FacilitatorFit(fits, reason), FacilitatorChoice.FitOf(new Involvement(led, shipped, diagnosed, role, messages)));

    [Fact]
    public void The_eligible_person_asked_least_recently_is_chosen()
    {
        PersonId cho = new("U0CHO"), dee = new("U0DEE");
        FacilitatorCandidate[] pool =
        [
            new(Ana, null, Involvement.None with { LedIncident = true }),
            new(Ben, Utc("2026-02-01 10:00"), Involvement.None),
            new(cho, Utc("2026-01-01 10:00"), Involvement.None),
            new(dee, null, Involvement.None),
        ];

        Assert.Equal(dee, FacilitatorChoice.Choose(pool, []));
        Assert.Equal(cho, FacilitatorChoice.Choose(pool, [dee]));
        Assert.Equal(Ben, FacilitatorChoice.Choose(pool, [dee, cho]));
        Assert.Null(FacilitatorChoice.Choose(pool, [dee, cho, Ben]));
    }

    [Fact]
    public void With_an_empty_pool_no_one_is_chosen() => Assert.Null(FacilitatorChoice.Choose([], []));
}
