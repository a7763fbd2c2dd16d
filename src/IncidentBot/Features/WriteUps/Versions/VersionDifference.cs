using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace IncidentBot.Features.WriteUps.Versions;

/// <summary>A line that only one of two versions has.</summary>
/// <param name="Section">The heading above it.</param>
/// <param name="IsNew">Whether the later version has it.</param>
/// <param name="Text">The line, without the backslashes that only a Markdown renderer needs.</param>
internal sealed record ChangedLine(string Section, bool IsNew, string Text);

/// <summary>The differences between two versions of a document, in order.</summary>
internal static partial class VersionDifference
{
    private const string Heading = "## ";

    public static IEnumerable<ChangedLine> Between(string before, string after)
    {
        var section = "";
        foreach (var line in new InlineDiffBuilder(new Differ()).BuildDiffModel(before, after).Lines)
        {
            section = line.Text.StartsWith(Heading, StringComparison.Ordinal) ? line.Text[Heading.Length..] : section;
            if (line.Type is ChangeType.Inserted or ChangeType.Deleted && Plain(line.Text) is { Length: > 0 } text && !text.StartsWith('#'))
            {
                yield return new ChangedLine(section, line.Type is ChangeType.Inserted, text);
            }
        }
    }

    private static string Plain(string line) => Backslash.Replace(line, "").Trim();

    [GeneratedRegex(@"\\(?=[\p{P}\p{S}])", RegexOptions.None, 1000)]
    private static partial Regex Backslash { get; }
}
