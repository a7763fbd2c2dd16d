using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Architecture;

/// <summary>
/// Tests marked <c>[Trait("Engine", "both")]</c> run on PostgreSQL too. Every class whose tests act as a user has at least one
/// such test.
/// </summary>
public sealed class EngineTests
{
    private const string Both = """[Trait("Engine", "both")]""";

    [Theory]
    [InlineData("Features")]
    [InlineData("People")]
    [InlineData("Cards")]
    public void Of_whatever_people_do_with_the_service_something_is_told_on_both_engines(string folder)
    {
        var untold = Repository.Files($"tests/IncidentBot.Tests/{folder}", "*Tests.cs")
            .Where(file => File.ReadAllText(file) is var test
                && test.Contains(nameof(BotApp), StringComparison.Ordinal)
                && !test.Contains(Both, StringComparison.Ordinal))
            .Select(Repository.Relative);

        Assert.Empty(untold);
    }

    [Theory]
    [InlineData("Difficulties")]
    [InlineData("Delivery")]
    [InlineData("Jobs")]
    public void Where_people_meet_and_work_waits_all_is_told_on_both_engines(string folder)
    {
        var untold = Repository.Files($"tests/IncidentBot.Tests/{folder}", "*Tests.cs")
            .Where(file => !File.ReadAllText(file).Contains($"\n{Both}\npublic sealed class", StringComparison.Ordinal))
            .Select(Repository.Relative);

        Assert.Empty(untold);
    }
}
