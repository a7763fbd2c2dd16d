using IncidentBot.Starting;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Starting;

public sealed class ZoneDataTests
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void A_machine_without_time_zone_data_says_so_at_the_start(bool areKnown, int warnings)
    {
        using var log = new LogRecorder();

        ZoneData.Warn(areKnown, log.CreateLogger("start"));

        Assert.Equal(warnings, log.Lines.Count);
    }
}
