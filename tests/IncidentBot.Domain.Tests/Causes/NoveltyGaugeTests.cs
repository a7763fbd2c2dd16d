using IncidentBot.Domain.Causes;

namespace IncidentBot.Domain.Tests.Causes;

public sealed class NoveltyGaugeTests
{
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(3, 3, true)]
    [InlineData(2, 100, false)]
    public void Without_a_scale_only_the_share_of_classes_seen_once_counts(int onlyOnce, int texts, bool isNew) =>
        Assert.Equal(isNew, new NoveltyGauge().IsNew(0.5, onlyOnce, texts));

    [Theory]
    [InlineData(0.065, true)]
    [InlineData(0.075, false)]
    [InlineData(0.5, false)]
    public void With_a_scale_the_farthest_in_a_hundred_are_new(double nearness, bool isNew)
    {
        var gauge = new NoveltyGauge();
        for (var step = 0; step < 100; step++)
        {
            gauge.Record(step / 100.0);
        }

        Assert.Equal(isNew, gauge.IsNew(nearness, 2, 100));
    }

    [Fact]
    public void Nearer_is_never_newer()
    {
        var gauge = new NoveltyGauge();
        foreach (var nearness in new[] { 0.2, 0.2, 0.4, 0.5, 0.9 })
        {
            gauge.Record(nearness);
        }

        var calls = Enumerable.Range(0, 101).Select(step => gauge.IsNew(step / 100.0, 2, 7)).ToList();

        Assert.Equal(calls.OrderByDescending(isNew => isNew), calls);
    }
}
