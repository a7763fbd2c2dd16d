using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Stories;

/// <summary>One numbered step of a story: the paragraph to follow, and the explanation below it.</summary>
internal sealed record StoryStep(int Number, string Text, string Explanation)
{
    public IReadOnlyList<string> Clauses => Sentence.Split(Text);
}

/// <summary>
/// Numbered steps in a Markdown file. The first paragraph of a step says what to do; indented paragraphs below it are explanations for
/// the reader.
/// </summary>
internal static partial class Story
{
    /// <summary>The steps under a heading.</summary>
    /// <param name="lines">The file.</param>
    /// <param name="heading">As it is written, without the "#".</param>
    public static IReadOnlyList<StoryStep> Read(IEnumerable<string> lines, string heading)
    {
        var steps = new List<StoryStep>();
        var isExplanation = false;
        foreach (var line in Section(lines, heading))
        {
            if (Numbered().Match(line) is { Success: true } begin)
            {
                steps.Add(new StoryStep(int.Parse(begin.Groups["number"].ValueSpan, provider: null), begin.Groups["text"].Value, ""));
                isExplanation = false;
            }
            else if (steps.Count > 0 && line.StartsWith("   ", StringComparison.Ordinal))
            {
                steps[^1] = isExplanation
                    ? steps[^1] with { Explanation = $"{steps[^1].Explanation} {line.Trim()}".Trim() }
                    : steps[^1] with { Text = $"{steps[^1].Text} {line.Trim()}" };
            }
            else
            {
                isExplanation = true;
            }
        }

        return steps;
    }

    private static IEnumerable<string> Section(IEnumerable<string> lines, string heading) => lines
        .SkipWhile(line => !line.StartsWith('#') || line.TrimStart('#').Trim() != heading)
        .Skip(1)
        .TakeWhile(line => !line.StartsWith('#'));

    [GeneratedRegex(@"^(?<number>\d+)\. +(?<text>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
