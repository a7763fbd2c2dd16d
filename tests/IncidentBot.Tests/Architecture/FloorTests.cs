using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Architecture;

/// <summary>The service has layers, called floors: a folder uses only folders below it, and features do not use each other.</summary>
public sealed partial class FloorTests
{
    /// <summary>The floors from the lowest up, as in src/README.md, "Floors".</summary>
    private static readonly string[] Floors =
    [
        "Storage", "Delivery", "Jobs", "Operations", "Workspace", "People", "Commands", "Effects", "Cards", "Forms",
        "PostMortems", "Features", "Web",
        "Starting", TablesOfContents,
    ];

    private const string TablesOfContents = "";

    [Fact]
    public void Every_folder_of_the_service_has_its_floor()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src/IncidentBot")).Select(Path.GetFileName);

        Assert.Equal(Floors.Except([TablesOfContents]).Order(), folders.Order());
    }

    [Fact]
    public void A_floor_uses_only_the_floors_below_it()
    {
        var offenders =
            from file in Files()
            let own = Array.IndexOf(Floors, file.Floor)
            from used in file.Uses
            where used.Floor != file.Floor && Array.IndexOf(Floors, used.Floor) > own
            select $"{file.Path} uses {used.Name}";

        Assert.Empty(offenders.Distinct());
    }

    [Fact]
    public void A_feature_does_not_use_another_feature()
    {
        var offenders =
            from file in Files()
            where file.Floor == "Features"
            from used in file.Uses
            where used.Floor == "Features" && used.Folder != file.Folder
            select $"{file.Path} uses {used.Name}";

        Assert.Empty(offenders.Distinct());
    }

    [Fact]
    public void Only_the_tables_of_contents_the_start_and_the_pages_know_features()
    {
        var knowing = Files().Where(file => file.Uses.Any(used => used.Floor == "Features")).Select(file => file.Floor).Distinct();

        Assert.Equal(["", "Features", "Starting", "Web"], knowing.Order());
    }

    private static IEnumerable<SourceFile> Files() =>
        Repository.Files("src/IncidentBot", "*.cs").Select(path => new SourceFile(Repository.Relative(path)));

    private sealed class SourceFile(string path)
    {
        private string[] Folders => Path.Split('/')[2..^1];

        public string Path => path;

        public string Floor => Folders.FirstOrDefault() ?? TablesOfContents;

        public string Folder => Folders.ElementAtOrDefault(1) ?? "";

        public IEnumerable<(string Floor, string Folder, string Name)> Uses =>
            from Match use in Name().Matches(File.ReadAllText(System.IO.Path.Combine(Repository.Root, path)))
            where Array.IndexOf(Floors, use.Groups["floor"].Value) >= 0
            select (use.Groups["floor"].Value, use.Groups["folder"].Value, use.Value);
    }

    [GeneratedRegex(
        @"\bIncidentBot\.(?<floor>[A-Z]\w+)(\.(?<folder>[A-Z]\w+))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
