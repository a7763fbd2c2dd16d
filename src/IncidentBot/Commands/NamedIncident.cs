using System.Globalization;

namespace IncidentBot.Commands;

/// <summary>The incident that someone names by its number, and what else they typed: "12 schedule", "#12 It was a mistake".</summary>
internal sealed record NamedIncident(int Number, string Arguments)
{
    /// <summary>
    /// Reads it; null where no incident is named. A bare number that the verb itself understands, as in "sev 1" or "note 5
    /// servers are down", names none: with a hash it always does.
    /// </summary>
    public static NamedIncident? Read(string arguments, IVerb verb)
    {
        var (first, rest) = FirstWord.Of(arguments);
        if (NumberIn(first) is not { } number)
        {
            return null;
        }

        var isMeant = first[0] == '#' || (!verb.Accepts(arguments) && verb.Accepts(rest));
        return isMeant ? new NamedIncident(number, rest) : null;
    }

    /// <summary>The words after a number that may name an incident; null where none is given.</summary>
    public static string? After(string arguments)
    {
        var (first, rest) = FirstWord.Of(arguments);
        return NumberIn(first) is null ? null : rest;
    }

    private static int? NumberIn(string word) =>
        int.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
