using IncidentBot.Domain.Language;

namespace IncidentBot.Domain.Incidents;

/// <summary>What a lead tells the next one, so that nothing is tried twice and nothing that was decided is lost.</summary>
/// <param name="State">How things stand.</param>
/// <param name="Tried">What has been tried; null when nothing was written.</param>
/// <param name="RuledOut">What has been ruled out; null when nothing was written.</param>
/// <param name="NextDecision">The next decision and when it is due; null when nothing was written.</param>
public sealed record Handover(string State, string? Tried, string? RuledOut, string? NextDecision)
{
    /// <summary>The longest text of each part, in characters; the whole fits into one timeline entry.</summary>
    public const int PartLimit = 600;

    /// <summary>How long someone leads before the card offers a handover.</summary>
    public static TimeSpan OfferedAfter { get; } = TimeSpan.FromHours(4);

    /// <summary>Reads what was typed.</summary>
    /// <returns>Refused about "state" when it is empty, and about a part that is too long ("tried", "ruled_out", "next").</returns>
    public static Result<Handover> Create(string? state, string? tried, string? ruledOut, string? nextDecision)
    {
        var known = PlainText.MultiLine(state, PartLimit, "state", "The state");
        return (known.Refusal ?? TooLong(tried, "tried") ?? TooLong(ruledOut, "ruled_out") ?? TooLong(nextDecision, "next")) is { } refusal
            ? refusal
            : new Handover(
                known.Value!, TextRule.CleanOrNull(tried), TextRule.CleanOrNull(ruledOut), TextRule.CleanOrNull(nextDecision));
    }

    /// <summary>Whether the lead has led long enough for the card to offer a handover.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="now">The current time.</param>
    public static bool IsOffered(Incident incident, DateTimeOffset now) =>
        incident.IsOpen && incident.Roles.FirstOrDefault(holder => holder.Role == IncidentRole.Lead) is { } lead
        && now - lead.Since >= OfferedAfter;

    /// <summary>The parts that were written, each with its label.</summary>
    public IReadOnlyList<(string Label, string Text)> Parts =>
    [
        .. new[] { ("Current state", State), ("Tried", Tried), ("Ruled out", RuledOut), ("Next decision", NextDecision) }
            .Where(part => part.Item2 is not null).Select(part => (part.Item1, part.Item2!)),
    ];

    /// <summary>The entry on the timeline: names no one, because the change of the role stands beside it.</summary>
    public string Entry => $"Handover of the lead\n{string.Join('\n', Parts.Select(part => $"{part.Label}: {part.Text}"))}";

    private static Refusal? TooLong(string? text, string field) => TextRule.AtMost(text, PartLimit, field);
}
