namespace IncidentBot.Domain.Incidents;

/// <summary>A recorded change in words, as the timeline shows it: "severity SEV2 → SEV1 by @x" (3.6).</summary>
public static class ChangeSentence
{
    /// <summary>The sentence; plain text that the caller escapes for its surface.</summary>
    /// <param name="change">What was recorded.</param>
    /// <param name="nameOf">How a person is shown; called for whoever did it and for values that are people.</param>
    public static string For(IncidentChange change, Func<PersonId, string> nameOf)
    {
        var by = nameOf(change.By);
        if (change.Fact == ChangedFact.Declared)
        {
            return $"declared by {by}: {change.New}";
        }

        var subject = change.Fact is ChangedFact.Role or ChangedFact.Milestone && change.Detail is { } which
            ? which.ToLowerInvariant()
            : Subject(change.Fact);
        var reason = change.Fact == ChangedFact.Status && change.Detail is { } why ? $" ({why})" : "";
        return $"{subject} {Values(change, nameOf)} by {by}{reason}";
    }

    private static string Values(IncidentChange change, Func<PersonId, string> nameOf)
    {
        string? Show(string? value) => value is not null && IsAboutPeople(change.Fact) ? nameOf(new PersonId(value)) : value;

        return (Show(change.Old), Show(change.New)) switch
        {
            (null, { } now) => now,
            ({ } old, null) => $"{old} → none",
            var (old, now) => $"{old} → {now}",
        };
    }

    private static bool IsAboutPeople(ChangedFact fact) =>
        fact is ChangedFact.Role or ChangedFact.DiagnosedIt or ChangedFact.ShippedTheChange;

    private static string Subject(ChangedFact fact) => fact switch
    {
        ChangedFact.WhatUsersSee => "what users see",
        ChangedFact.DiagnosedIt => "diagnosed it:",
        ChangedFact.ShippedTheChange => "shipped the change:",
        ChangedFact.AffectedTeam => "affected team",
        ChangedFact.CouldHaveBeen => "could have been",
        _ => fact.ToString().ToLowerInvariant(),
    };
}
