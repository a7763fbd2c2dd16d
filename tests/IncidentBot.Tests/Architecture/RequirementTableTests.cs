using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Architecture;

/// <summary>The table in <c>src/README.md</c> and the traits of the tests name the same tests for each requirement.</summary>
public sealed partial class RequirementTableTests
{
    private const string Heading = "## Requirements and their tests";

    /// <summary>The test folders that the table covers.</summary>
    private static readonly string[] Required =
    [
        "R4", "R7", "R8", "R14", "R17", "R20", .. Numbers('R', 22, 106), "R110", "R111", .. Numbers('R', 114, 135), "R138", "R140",
        .. Numbers('D', 1, 3), "D5", .. Numbers('D', 7, 10), .. Numbers('D', 12, 24),
    ];

    [Fact]
    public void Every_requirement_has_one_row() =>
        Assert.Equal(Required, Rows().Select(row => row.Groups["requirement"].Value));

    [Fact]
    public void Each_row_says_what_it_is_about_and_names_one_test_or_two() => Assert.All(Rows(), row =>
    {
        Assert.InRange(row.Groups["words"].Value.Length, 10, 160);
        Assert.InRange(row.Groups["test"].Captures.Count, 1, 2);
    });

    [Fact]
    public void Each_test_of_a_row_is_there_and_names_the_requirement()
    {
        var named = Repository.Files("tests", "*.cs").SelectMany(file => NamedIn(File.ReadLines(file))).ToHashSet();

        var offenders =
            from row in Rows()
            from test in row.Groups["test"].Captures
            where !named.Contains((row.Groups["requirement"].Value, test.Value))
            select $"{row.Groups["requirement"].Value}: {test.Value}";

        Assert.Empty(offenders);
    }

    private static IEnumerable<string> Numbers(char kind, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => FormattableString.Invariant($"{kind}{number}"));

    private static IEnumerable<Match> Rows() => File.ReadLines(Path.Combine(Repository.Root, "src", "README.md"))
        .SkipWhile(line => line != Heading)
        .TakeWhile(line => line == Heading || !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| R", StringComparison.Ordinal) || line.StartsWith("| D", StringComparison.Ordinal))
        .Where(line => !line.StartsWith("| Requirement ", StringComparison.Ordinal))
        .Select(line => Row().Match(line) is { Success: true } row ? row : throw new FormatException($"Not a row of the table: {line}"));

    /// <summary>The requirements that a file's tests name, each with its test in the form of the table.</summary>
    private static IEnumerable<(string Requirement, string Test)> NamedIn(IEnumerable<string> lines)
    {
        var (type, requirements) = ("", new List<string>());
        foreach (var line in lines)
        {
            if (Trait().Match(line) is { Success: true } trait)
            {
                requirements.Add(trait.Groups["requirement"].Value);
            }
            else if (Type().Match(line) is { Success: true } declared)
            {
                type = declared.Groups["name"].Value;
            }
            else if (Method().Match(line) is { Success: true } method)
            {
                foreach (var requirement in requirements)
                {
                    yield return (requirement, $"{type}.{method.Groups["name"].Value}");
                }

                requirements.Clear();
            }
        }
    }

    [GeneratedRegex(
        @"^\| (?<requirement>[RD]\d+) \| (?<words>[^|]+) \| `(?<test>\w+\.\w+)`(, `(?<test>\w+\.\w+)`)* \|$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex(
        """^\s+\[Trait\("Requirement", "(?<requirement>\w+)"\)\]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trait();

    [GeneratedRegex(@"^(public|internal) .*\bclass (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Type();

    [GeneratedRegex(@"^    public (async )?(void|Task) (?<name>\w+)\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Method();
}
