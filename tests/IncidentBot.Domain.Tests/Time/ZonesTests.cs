using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Tests.Time;

public sealed class ZonesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Berlin", 3600, "Europe/Berlin", 60)]
    [InlineData("Mars/Olympus", 19800, "UTC+05:30", 330)]
    [InlineData("Mars/Olympus", -12600, "UTC-03:30", -210)]
    [InlineData("Mars/Olympus", 50400, "UTC+14:00", 840)]
    [InlineData("Mars/Olympus", 50401, "UTC", 0)]
    [InlineData("Mars/Olympus", 0, "UTC", 0)]
    [InlineData(null, 7200, "UTC+02:00", 120)]
    [InlineData("", null, "UTC", 0)]
    [InlineData(null, null, "UTC", 0)]
    public void An_unknown_zone_is_the_distance_from_utc(string? name, int? seconds, string stored, int minutes)
    {
        Assert.Equal(stored, Zones.NameFor(name, seconds));
        Assert.Equal(TimeSpan.FromMinutes(minutes), Zones.Find(stored).GetUtcOffset(Now));
    }

    [Theory]
    [InlineData("UTC+15:00")]
    [InlineData("UTC*02:00")]
    [InlineData("UTC+2")]
    [InlineData("Mars/Olympus")]
    public void What_is_neither_a_zone_nor_an_offset_is_utc(string name) => Assert.Equal(TimeZoneInfo.Utc, Zones.Find(name));

    [Fact]
    public void Someone_whose_zone_is_unknown_can_own_an_action_item()
    {
        var draft = new ActionDraft(
            "Alert on the queue's age",
            new ActionOwner(new PersonId("U1"), "Mars/Olympus", IsActivePerson: true),
            new DateOnly(2026, 3, 3));

        Assert.True(ActionItem.Create(Guid.NewGuid(), 1, draft, metricRequired: false, new PersonId("U2"), Now).Ok);
    }
}
