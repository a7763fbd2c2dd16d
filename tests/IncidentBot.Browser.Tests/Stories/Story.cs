using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace IncidentBot.Browser.Tests.Stories;

/// <summary>One numbered step of a story, which consists of clauses.</summary>
internal sealed record StoryStep(int Number, string Text)
{
    public IReadOnlyList<string> Clauses => Sentence.Split(Text);
}

/// <summary>
/// Numbered steps in a Markdown file. The tests play the first paragraph of a step; indented paragraphs below it are
/// explanations for the reader.
/// </summary>
internal static partial class Story
{
    /// <summary>The steps under a heading.</summary>
    /// <param name="file">Relative to the repository's root.</param>
    /// <param name="heading">As it is written, without the "#".</param>
    public static IReadOnlyList<StoryStep> Read(string file, string heading)
    {
        var section = File.ReadLines(Path.Combine(Root(), file))
            .SkipWhile(line => !line.StartsWith('#') || line.TrimStart('#').Trim() != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('#'));
        return [.. Steps(section)];
    }

    private static IEnumerable<StoryStep> Steps(IEnumerable<string> lines)
    {
        StoryStep? step = null;
        foreach (var line in lines)
        {
            if (Numbered().Match(line) is { Success: true } begin)
            {
                step = new StoryStep(int.Parse(begin.Groups["number"].ValueSpan, provider: null), begin.Groups["text"].Value);
            }
            else if (step is not null && line.StartsWith("   ", StringComparison.Ordinal))
            {
                step = step with { Text = $"{step.Text} {line.Trim()}" };
            }
            else if (step is not null)
            {
                yield return step;
                step = null;
            }
        }

        if (step is not null)
        {
            yield return step;
        }
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "IncidentBot.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The repository was not found above the test's source.");
    }

    [GeneratedRegex(@"^(?<number>\d+)\. +(?<text>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
