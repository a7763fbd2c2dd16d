using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Architecture;

/// <summary>
/// Tests marked <c>[Trait("Engine", "both")]</c> run on PostgreSQL too: of each feature those that together run its queries, and all
/// that are about concurrency or about waiting work.
/// </summary>
public sealed class EngineTests
{
    private const string Both = """[Trait("Engine", "both")]""";

    [Fact]
    public void Every_feature_has_a_test_on_both_engines()
    {
        var missing = Repository.Files("tests/IncidentBot.Tests/Features", "*Tests.cs")
            .GroupBy(file => Repository.Relative(file).Split('/')[3])
            .Where(feature => !feature.Any(file => File.ReadAllText(file).Contains(Both, StringComparison.Ordinal)))
            .Select(feature => feature.Key);

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("People")]
    [InlineData("Cards")]
    [InlineData("Delivery")]
    [InlineData("Failures")]
    public void Every_class_of_the_lower_floors_has_a_test_on_both_engines(string folder)
    {
        var missing = Repository.Files($"tests/IncidentBot.Tests/{folder}", "*Tests.cs")
            .Where(file => File.ReadAllText(file) is var test
                && test.Contains(nameof(BotApp), StringComparison.Ordinal)
                && !test.Contains(Both, StringComparison.Ordinal))
            .Select(Repository.Relative);

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("Delivery/Inbox", "*Tests.cs")]
    [InlineData("Delivery/Outbox", "OutboxTests.cs")]
    [InlineData("Failures", "Two*Tests.cs")]
    [InlineData("Failures", "CrowdTests.cs")]
    [InlineData("Jobs", "*Tests.cs")]
    public void Tests_of_concurrency_and_of_waiting_work_run_on_both_engines(string folder, string name)
    {
        var files = Repository.Files($"tests/IncidentBot.Tests/{folder}", name).ToList();
        var missing = files
            .Where(file => !File.ReadAllText(file).Contains($"\n{Both}\npublic sealed class", StringComparison.Ordinal))
            .Select(Repository.Relative);

        Assert.NotEmpty(files);
        Assert.Empty(missing);
    }
}
