using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timelines;

/// <summary>What people knew, decided and assumed at one moment of the timeline; each text has at most 500 characters.</summary>
/// <param name="InformationAvailable">What information there was; null or empty when not filled in.</param>
/// <param name="Decision">What was decided; null or empty when not filled in.</param>
/// <param name="Assumption">What was assumed and turned out wrong; null or empty when not filled in.</param>
/// <param name="LearnedHow">How people found out; null or empty when not filled in.</param>
public sealed record DecisionContext(string? InformationAvailable, string? Decision, string? Assumption, string? LearnedHow)
{
    private const int Limit = 500;

    internal (Result<string> Information, Result<string> Decision, Result<string> Assumption, Result<string> Learned) Check() => (
        PlainText.OptionalLine(InformationAvailable, Limit, "information_available", "The information"),
        PlainText.OptionalLine(Decision, Limit, "decision", "The decision"),
        PlainText.OptionalLine(Assumption, Limit, "assumption", "The assumption"),
        PlainText.OptionalLine(LearnedHow, Limit, "learned_how", "How people found out"));
}
