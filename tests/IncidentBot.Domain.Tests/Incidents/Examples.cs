using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Tests.Incidents;

/// <summary>Incidents that tests start from, all declared as number 12 on a Thursday morning.</summary>
internal static class Examples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 19, 10, 0, 0, TimeSpan.Zero);
    public static readonly PersonId Ada = new("U0ADA");
    public static readonly PersonId Ben = new("U0BEN");
    public static readonly PersonId Cleo = new("U0CLEO");

    public static Incident Open(Severity severity = Severity.Sev1) => Declared(new("Checkout is down", severity));

    public static Incident Declared(Declaration declaration)
    {
        var incident = Incident.Declare(declaration, Ada, Now).Value!;
        // The database assigns the number.
        typeof(Incident).GetProperty(nameof(incident.Number))!.SetValue(incident, 12);
        return incident;
    }

    public static Incident Resolved(Severity severity = Severity.Sev1, PostMortemTriggers triggers = PostMortemTriggers.None)
    {
        var incident = Open(severity);
        Assert.True(incident.Resolve(new(Now.AddHours(1), "The pool was too small."), Ada, Now.AddHours(2)).Ok);
        Assert.True(incident.ChangeTriggers(triggers, Ada, Now.AddHours(2)).Ok);
        return incident;
    }

    /// <summary>When the post-mortem of an incident is due without settings; null while it is open, and when it needs none.</summary>
    public static DateTimeOffset? DueOf(Incident incident) => incident is { PostMortemNeed: not null, ResolvedAt: { } resolved }
        ? resolved + DeadlineRules.Default.TimeFrom(incident, resolved)
        : null;

    public static void Refused(Result result, string words, string? field = null)
    {
        Assert.False(result.Ok);
        Assert.Contains(words, result.Refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(field, result.Refusal.Field);
    }
}
