using IncidentBot.Domain;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Facilitators;

/// <summary>The pool in words: who is in it, how much each is asked for, and why somebody is skipped.</summary>
internal static class PoolWords
{
    private const int MostListed = 15;

    public const string Rule =
        "When a post-mortem is required, whoever is in the pool, was not in the middle of the incident and was asked least recently gets a question. Saying no is always fine.";

    /// <summary>For the command: everybody in the pool.</summary>
    public static Mrkdwn List(IReadOnlyList<(Person Person, FacilitatorLoad Load)> members) => Mrkdwn.Join("\n",
    [
        Mrkdwn.Text($"*{Count(members.Count)}*"),
        .. members.Take(MostListed).Select(member => Mrkdwn.Text($"• {Mrkdwn.User(member.Person.Id.Value)}: {Load(member.Load)}")),
        More(members.Count),
    ]);

    /// <summary>For whoever picks: each with their load, those who are skipped with the reason, themselves in the second person.</summary>
    public static Mrkdwn For(PersonId reader, IReadOnlyList<PoolCandidate> candidates, IReadOnlyList<FacilitatorRequest> asks, PostMortem postMortem) => Mrkdwn.Join("\n",
    [
        Mrkdwn.Raw("*The pool*"),
        .. candidates.OrderBy(candidate => candidate.Fit.Fits ? 0 : 1).ThenBy(candidate => candidate.Load.LastAskedAt ?? DateTimeOffset.MinValue)
            .Take(MostListed)
            .Select(candidate => Line(reader, candidate, Answer(candidate.Person.Id, asks, postMortem))),
        More(candidates.Count),
    ]);

    public static Mrkdwn Load(FacilitatorLoad load)
    {
        var asked = load switch
        {
            { LastAskedAt: { } last, Asked: 1 } => Mrkdwn.Text($"asked once, {Day(last)}"),
            { LastAskedAt: { } last } => Mrkdwn.Text($"asked {load.Asked} times, last {Day(last)}"),
            _ => Mrkdwn.Raw("never asked"),
        };
        return load.Facilitates == 0 ? asked : Mrkdwn.Text($"{asked}, facilitates {load.Facilitates} now");
    }

    private static Mrkdwn Line(PersonId reader, PoolCandidate candidate, Mrkdwn? answer)
    {
        var who = Mrkdwn.User(candidate.Person.Id.Value);
        return candidate switch
        {
            { Fit.Fits: false } when candidate.Person.Id == reader => Mrkdwn.Text($"• not you: {candidate.Fit.ToThemselves}"),
            { Fit.Fits: false } => Mrkdwn.Text($"• not {who}: {candidate.Fit.Reason}"),
            _ when answer is not null => Mrkdwn.Text($"• {who}: {answer}"),
            _ => Mrkdwn.Text($"• {who}: {candidate.Fit.Reason}; {Load(candidate.Load)}"),
        };
    }

    private static Mrkdwn? Answer(PersonId person, IReadOnlyList<FacilitatorRequest> asks, PostMortem postMortem) =>
        asks.LastOrDefault(ask => ask.Person == person) switch
        {
            { IsWaiting: true } ask => Mrkdwn.Text($"asked {Mrkdwn.Date(ask.AskedAt)}, has until {Mrkdwn.Date(ask.AnswerBy)} to answer"),
            { State: FacilitatorAskState.Lapsed } => Mrkdwn.Raw("asked, did not answer in time"),
            _ when postMortem.DeclinedFacilitators.Contains(person) => Mrkdwn.Raw("asked, said “not me”"),
            _ => null,
        };

    private static string Count(int members) => members switch
    {
        0 => "Nobody is in the pool of facilitators yet",
        1 => "One person is in the pool of facilitators",
        _ => $"{members} people are in the pool of facilitators",
    };

    private static Mrkdwn Day(DateTimeOffset at) => Mrkdwn.Date(at, "{date_short}");

    private static Mrkdwn More(int count) => count > MostListed ? Mrkdwn.Text($"… and {count - MostListed} more") : Mrkdwn.Empty;
}
