using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class ArchiveOffersTests
{
    private static readonly DateTimeOffset Published = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Postponed = new(2026, 3, 11, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_offer_is_due_seven_days_after_publishing() =>
        Assert.Equal(Published.AddDays(7), ArchiveOffers.Due(Published, 0, null));

    [Fact]
    public void Each_further_offer_is_due_seven_days_after_not_yet_and_a_fourth_never() =>
        Assert.Equal(
            [Postponed.AddDays(7), Postponed.AddDays(7), null],
            new[] { 1, 2, 3 }.Select(offers => ArchiveOffers.Due(Published, offers, Postponed)));

    [Fact]
    public void An_offer_that_no_one_answered_is_not_repeated() =>
        Assert.Null(ArchiveOffers.Due(Published, 1, null));

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    public void A_channel_may_be_archived_once_the_write_up_is_published_and_the_incident_closed(bool published, bool open, bool may) =>
        Assert.Equal(may, ArchiveOffers.MayArchive(published ? Published : null, open).Ok);
}
