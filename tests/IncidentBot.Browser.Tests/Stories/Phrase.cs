using System.Text.RegularExpressions;
using IncidentBot.Browser.Tests.Driving;

namespace IncidentBot.Browser.Tests.Stories;

/// <summary>A kind of clause that the tests can play.</summary>
/// <param name="form">The clause, with a name in braces for each variable part: "as **{person}**".</param>
internal abstract class Phrase(string form)
{
    private readonly Regex pattern = new(
        "^" + Regex.Replace(Regex.Escape(form), @"\\\{(?<name>\w+)}", "(?<${name}>.+?)", RegexOptions.ExplicitCapture, Patience) + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience);

    private static TimeSpan Patience => TimeSpan.FromSeconds(1);

    /// <summary>The variable parts by name; null when the clause does not match.</summary>
    public IReadOnlyDictionary<string, string>? Read(string clause) => pattern.Match(clause) is { Success: true } match
        ? pattern.GetGroupNames().ToDictionary(name => name, name => match.Groups[name].Value)
        : null;

    public abstract Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts);
}
