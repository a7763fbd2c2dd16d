using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Browser.Tests.Driving;

namespace IncidentBot.Browser.Tests.Stories;

/// <summary>
/// How long a story takes a person who reads each text that is new on the page, types at 40 words a minute, and looks for each button,
/// field and place. The bot's answers cost nothing.
/// </summary>
internal sealed partial class PersonsTime
{
    private const double WordsReadAMinute = 230;
    private const double CharactersTypedAMinute = 40 * 5;

    private static readonly TimeSpan Looking = TimeSpan.FromSeconds(1.5);

    /// <summary>The options of a closed list are not on the screen.</summary>
    private const string VisibleTexts =
        """
        () => [...document.querySelectorAll("main, [data-testid=thread], [data-testid=modal], [data-testid=confirm]")].map(part => {
          const options = [...part.querySelectorAll("option")].map(option => option.textContent.trim());
          return part.innerText.split("\n").filter(line => !options.includes(line.trim())).join("\n");
        })
        """;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private TimeSpan _read;
    private TimeSpan _typed;
    private TimeSpan _looked;

    public TimeSpan Total => _read + _typed + _looked;

    /// <summary>A step of the panel or of the file: its words to do, its explanation, and what is typed in it.</summary>
    public void Take(string step)
    {
        foreach (var typed in Typed().Matches(step).Select(match => match.Groups["text"].Value))
        {
            // What one types is read while typing, and not again where it then stands.
            _typed += TimeSpan.FromMinutes(typed.Length / CharactersTypedAMinute);
            _seen.Add(typed);
        }

        _read += Reading(Typed().Replace(step, ""));
        _looked += Looking * Looked().Count(step);
    }

    /// <summary>What is on the page; lines that were there before, perhaps with another number, are not read again.</summary>
    public async Task ReadAsync(Stage stage)
    {
        var parts = await stage.Page.EvaluateAsync<string[]>(VisibleTexts);
        var lines = parts.SelectMany(part => part.Split('\n')).Select(line => line.Trim());
        foreach (var line in lines.Where(line => _seen.Add(Digits().Replace(line, "0"))))
        {
            _read += Reading(line);
        }
    }

    /// <summary>What is on the page before the story starts is no part of it.</summary>
    public async Task SkipAsync(Stage stage)
    {
        var before = _read;
        await ReadAsync(stage);
        _read = before;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"A person takes {Total.TotalMinutes:0.0} minutes: {_read.TotalMinutes:0.0} to read, {_typed.TotalMinutes:0.0} to type, "
        + $"{_looked.TotalMinutes:0.0} to look for what to press.");

    private static TimeSpan Reading(string text) => TimeSpan.FromMinutes(Word().Count(text) / WordsReadAMinute);

    [GeneratedRegex(@"\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[Ww]rite ""(?<text>[^""]+)""|[Tt]ype `(?<text>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Typed();

    // Everything in bold is something to find; a reaction needs its message and its emoji, a field its label.
    [GeneratedRegex(@"\*\*[^*]+\*\*|[Rr]eact with :\w+: to|Type `", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Looked();
}
