namespace IncidentBot.Domain.Incidents;

/// <summary>A recorded change in words, as the timeline shows it: "severity SEV2 → SEV1 by @x".</summary>
public static class ChangeSentence
{
    /// <summary>The sentence; plain text that the caller escapes for its surface.</summary>
    /// <param name="change">What was recorded.</param>
    /// <param name="nameOf">How a person is shown; called for the person who made the change and for values that are people.</param>
    public static string For(IncidentChange change, Func<PersonId, string> nameOf)
    {
        var by = nameOf(change.By);
        if (change.Fact == ChangedFact.Declared)
        {
            return $"declared by {by}: {change.New}";
        }

        if (change is { Fact: ChangedFact.Role, Detail: { } role })
        {
            return Role(change, role.ToLowerInvariant(), nameOf);
        }

        var subject = change.Fact is ChangedFact.Milestone && change.Detail is { } which
            ? which.ToLowerInvariant()
            : Subject(change.Fact);
        var reason = change.Fact == ChangedFact.Status && change.Detail is { } why ? $" ({why})" : "";
        return $"{subject} {Values(change, nameOf)} by {by}{reason}";
    }

    /// <summary>People who acted for themselves are named only once.</summary>
    private static string Role(IncidentChange change, string role, Func<PersonId, string> nameOf)
    {
        var by = nameOf(change.By);
        string Name(string id) => nameOf(new PersonId(id));

        return (change.Old, change.New) switch
        {
            (null, { } now) when now == change.By.Value => $"{by} took the role of {role}",
            (null, { } now) => $"{by} made {Name(now)} {role}",
            ({ } old, null) when old == change.By.Value => $"{by} stepped down as {role}",
            ({ } old, null) => $"{by} took the role of {role} from {Name(old)}",
            ({ } old, { } now) when now == change.By.Value => $"{by} took over from {Name(old)} as {role}",
            ({ } old, { } now) when old == change.By.Value => $"{by} handed over to {Name(now)} as {role}",
            var (old, now) => $"{by} made {Name(now ?? "")} {role} after {Name(old ?? "")}",
        };
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
        fact is ChangedFact.DiagnosedIt or ChangedFact.ShippedTheChange;

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
