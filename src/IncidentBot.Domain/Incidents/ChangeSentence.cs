using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Incidents;

/// <summary>A recorded change in words, as the timeline shows it: "severity SEV2 → SEV1 by @x".</summary>
public static class ChangeSentence
{
    /// <summary>The sentence, as plain text that the caller escapes.</summary>
    /// <param name="change">What was recorded.</param>
    /// <param name="nameOf">How to show a person, both as the author of the change and as its value.</param>
    public static string For(IncidentChange change, Func<PersonId, string> nameOf)
    {
        var by = nameOf(change.By);
        if (change.Fact == ChangedFact.Declared)
        {
            return $"declared by {by}: {change.New}";
        }

        if (change.Fact == ChangedFact.Role)
        {
            return Role(change, RoleDescription.HolderIn(change), nameOf);
        }

        if (change.Fact == ChangedFact.Link)
        {
            return change.New is { } link ? $"{link} (linked by {by})" : $"no longer {change.Old} (unlinked by {by})";
        }

        var subject = change.Fact is ChangedFact.Milestone && change.Detail is { } which
            ? which.ToLowerInvariant()
            : Subject(change.Fact);
        var reason = change.Fact == ChangedFact.Status && change.Detail is { } why ? $" ({why})" : "";
        return IsAboutPeople(change.Fact)
            ? $"{subject} {Values(change, nameOf)} (recorded by {by})"
            : $"{subject} {Values(change, nameOf)} by {by}{reason}";
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
            ({ } old, null) => $"{by} removed {Name(old)} as {role}",
            ({ } old, { } now) when now == change.By.Value => $"{by} took over from {Name(old)} as {role}",
            ({ } old, { } now) when old == change.By.Value => $"{by} handed over to {Name(now)} as {role}",
            var (old, now) => $"{by} replaced {Name(old ?? "")} with {Name(now ?? "")} as {role}",
        };
    }

    private static string Values(IncidentChange change, Func<PersonId, string> nameOf)
    {
        string? Show(string? value) => value switch
        {
            null => null,
            _ when IsAboutPeople(change.Fact) => nameOf(new PersonId(value)),
            _ when change.Fact is ChangedFact.Severity or ChangedFact.CouldHaveBeen => SeverityLabels.OfWord(value),
            _ => value,
        };

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
        ChangedFact.DiagnosedIt => "diagnosed by",
        ChangedFact.ShippedTheChange => "change shipped by",
        ChangedFact.AffectedTeam => "affected team",
        ChangedFact.CouldHaveBeen => "could have been",
        ChangedFact.Triggers => "reasons for a post-mortem",
        _ => fact.ToString().ToLowerInvariant(),
    };
}
