using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Stories;

/// <summary>The form of a kind of clause, with a name in braces for each variable part: "as **{person}**".</summary>
internal sealed class ClauseForm(string form)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Regex pattern = new(
        "^" + Regex.Replace(Regex.Escape(form), @"\\\{(?<name>\w+)}", "(?<${name}>.+?)", RegexOptions.ExplicitCapture, Patience) + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience);

    /// <summary>The variable parts by name; null when the clause does not match.</summary>
    public IReadOnlyDictionary<string, string>? Read(string clause) => pattern.Match(clause) is { Success: true } match
        ? pattern.GetGroupNames().ToDictionary(name => name, name => match.Groups[name].Value)
        : null;
}
