using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Tests.IncidentLog;

public sealed class TypedLogFilterTests
{
    private static readonly DateOnly Today = new(2026, 3, 3);

    public static TheoryData<string, LogFilter> Understood => new()
    {
        { "", LogFilter.None },
        { "checkout", new() { Service = "checkout" } },
        { "Mobile API sev1", new() { Service = "Mobile API", Severity = Severity.Sev1 } },
        { "sev 2 type deployment", new() { Severity = Severity.Sev2, Type = IncidentType.Deployment } },
        { "deployments mine", new() { Type = IncidentType.Deployment, Mine = true } },
        { "checkout, SEV-3, type:other", new() { Service = "checkout", Severity = Severity.Sev3, Type = IncidentType.Other } },
        { "cause:\"Shared pool\" open-actions", new() { Cause = "Shared pool", OpenActions = true } },
        { "cause “Shared pool” open actions", new() { Cause = "Shared pool", OpenActions = true } },
        { "service:\"type 2\"", new() { Service = "type 2" } },
        { "from 2026-01-01 to yesterday", new() { From = new(2026, 1, 1), Until = new(2026, 3, 2) } },
        { "since 2025-11 until 2025-12", new() { From = new(2025, 11, 1), Until = new(2025, 12, 31) } },
        { "from 1.2.2026 to 2026", new() { From = new(2026, 2, 1), Until = new(2026, 12, 31) } },
        { "last 6w drills", new() { From = new(2026, 1, 20), Drills = true } },
        { "near-misses storage", new() { NearMisses = true, Service = "storage" } },
        { "type:near-miss mine", new() { NearMisses = true, Mine = true } },
        { "type near miss", new() { NearMisses = true } },
        { "near misses 30d", new() { NearMisses = true, From = new(2026, 2, 1) } },
        { "30d cancelled", new() { From = new(2026, 2, 1), Cancelled = true } },
    };

    [Theory]
    [MemberData(nameof(Understood))]
    public void A_filter_is_read_as_people_type_it(string typed, LogFilter filter)
    {
        var read = TypedLogFilter.Read(typed, Today);

        Assert.Equal(filter, read.Filter);
        Assert.Empty(read.NotUnderstood);
    }

    [Theory]
    [InlineData("from soon", "from soon")]
    [InlineData("checkout type weird", "type weird")]
    [InlineData("sev 9", "sev 9")]
    [InlineData("colour:red mine", "colour:red")]
    [InlineData("from", "from")]
    public void What_is_not_understood_is_named(string typed, string unclear) =>
        Assert.Equal([unclear], TypedLogFilter.Read(typed, Today).NotUnderstood);

    [Theory]
    [InlineData("", true)]
    [InlineData("checkout", true)]
    [InlineData("mobile api sev1", true)]
    [InlineData("checkout from soon", true)]
    [InlineData("shipping fails", false)]
    [InlineData("is full", false)]
    [InlineData("down", false)]
    [InlineData("in is broken for everyone", false)]
    public void A_title_that_begins_with_the_word_log_is_no_filter(string typed, bool isLikely) =>
        Assert.Equal(isLikely, TypedLogFilter.IsLikely(typed));

    [Theory]
    [InlineData("is down", true)]
    [InlineData("latency is high", true)]
    [InlineData("doesn’t answer", true)]
    [InlineData("times out", true)]
    [InlineData("connection pool", false)]
    [InlineData("disk full", false)]
    [InlineData("payments failed", false)]
    public void Search_with_a_sentence_is_a_title_and_with_words_a_search(string typed, bool isTitle) =>
        Assert.Equal(isTitle, TypedLogFilter.ReadsLikeTitle(typed));

    [Theory]
    [MemberData(nameof(Understood))]
    public void A_button_carries_the_filter(string typed, LogFilter filter)
    {
        var written = filter.Write();

        Assert.Equal(filter, LogFilter.Read(written));
        Assert.DoesNotContain(':', written);
        Assert.NotNull(typed);
    }

    [Fact]
    public void Whatever_is_typed_fits_into_a_button()
    {
        var typed = string.Concat(Enumerable.Repeat("服", 500));

        Assert.InRange(TypedLogFilter.Read($"{typed} cause:{typed}", Today).Filter.Write().Length, 100, 1900);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v9&t0&fnever&zz&s")]
    public void A_button_that_no_one_can_read_filters_nothing(string written) => Assert.Equal(LogFilter.None, LogFilter.Read(written));
}
