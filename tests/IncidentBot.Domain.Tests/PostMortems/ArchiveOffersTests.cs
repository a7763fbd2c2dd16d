using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class ArchiveOffersTests
{
    private static readonly DateTimeOffset Published = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset PutOff = new(2026, 3, 11, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_offer_is_due_seven_days_after_publishing() =>
        Assert.Equal(Published.AddDays(7), ArchiveOffers.Due(Published, 0, null));

    [Fact]
    public void The_next_ones_are_due_seven_days_after_not_yet() =>
        Assert.Equal(
            [PutOff.AddDays(7), PutOff.AddDays(7), null], new[] { 1, 2, 3 }.Select(made => ArchiveOffers.Due(Published, made, PutOff)));

    [Fact]
    public void An_offer_that_no_one_answered_is_not_repeated() =>
        Assert.Null(ArchiveOffers.Due(Published, 1, null));

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    public void Only_what_is_published_and_closed_may_be_archived(bool published, bool open, bool may) =>
        Assert.Equal(may, ArchiveOffers.MayArchive(published ? Published : null, open).Ok);
}
