using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Architecture;

public sealed partial class StyleTests
{
    private const int MostLines = 300;
    private const int MostCharacters = 140;

    private static readonly string[] Written = ["*.cs", "*.razor", "*.css", "*.js", "*.sh"];

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines()
    {
        var offenders = Repository.Sources()
            .Concat(Repository.Files("src", "*.razor", "*.js", "*.css"))
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal))
            .Select(file => (File: Repository.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > MostLines);

        Assert.Empty(offenders);
    }

    [Fact]
    public void No_line_is_longer_than_140_characters()
    {
        var offenders =
            from file in Repository.Files("src", Written).Concat(Repository.Files("tests", Written)).Append(Repository.TestScript)
            where !file.Contains("Migrations", StringComparison.Ordinal)
            from line in File.ReadLines(file).Index()
            where line.Item.Length > MostCharacters && !Uri.IsWellFormedUriString(line.Item.Trim(), UriKind.Absolute)
            select $"{Repository.Relative(file)}:{line.Index + 1} has {line.Item.Length} characters";

        Assert.Empty(offenders);
    }

    /// <summary>
    /// People read "Fri 20 Mar 2026" in Slack; the document and the export are for files, and a field for a time shows what it reads.
    /// </summary>
    [Fact]
    public void Only_the_document_and_what_is_read_back_spell_a_day_in_figures()
    {
        string[] others = ["WriteUpTables", "PrintedSections", "WriteUpMarkdown", "EntryModal", "HistoryModal", "ChangeLine", "ExportRow"];
        var offenders = new[] { "Cards", "Features", "Forms", "PostMortems", "Effects" }
            .SelectMany(floor => Repository.Files(Path.Combine("src/IncidentBot", floor), "*.cs"))
            .Where(file => File.ReadAllText(file).Contains("yyyy-MM-dd", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension);

        Assert.Empty(offenders.Except(others));
    }

    [Fact]
    public void No_type_is_called_after_nothing_in_particular()
    {
        var offenders = Repository.Sources()
            .Where(file => VagueName().IsMatch(Path.GetFileNameWithoutExtension(file)))
            .Select(Repository.Relative);

        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData("IncidentBot.Domain")]
    [InlineData("IncidentBot.Slack")]
    [InlineData("IncidentBot")]
    [InlineData("IncidentBot.Sandbox")]
    public void No_folder_has_the_name_of_a_type(string project)
    {
        var files = Repository.Files(Path.Combine("src", project), "*.cs", "*.razor").Select(Repository.Relative).ToList();
        var types = files.Select(file => Path.GetFileNameWithoutExtension(file));
        var folders = files.SelectMany(file => file.Split('/')[2..^1]).Distinct(StringComparer.Ordinal);

        Assert.Empty(folders.Intersect(types));
    }

    [Fact]
    public void Every_suppressed_warning_has_its_reason_on_the_line_before()
    {
        var offenders =
            from file in Repository.Sources()
            let lines = File.ReadAllLines(file)
            from index in Enumerable.Range(0, lines.Length)
            where lines[index].TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal)
                && (index == 0 || !lines[index - 1].TrimStart().StartsWith("//", StringComparison.Ordinal))
            select $"{Repository.Relative(file)}:{index + 1}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        var offenders =
            from file in Repository.Sources().Concat(Repository.Files("src", "*.razor", "*.js"))
            where !file.EndsWith(nameof(StyleTests) + ".cs", StringComparison.Ordinal)
            from line in File.ReadLines(file)
            where Unfinished().IsMatch(line)
            select $"{Repository.Relative(file)}: {line.Trim()}";

        Assert.Empty(offenders);
    }

    [GeneratedRegex("(Helper|Helpers|Manager|Utils|Util|Service)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VagueName();

    [GeneratedRegex(
        @"\b(TODO|FIXME|HACK)\b|NotImplementedException|Skip\s*=\s*""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unfinished();
}
