using IncidentBot.Domain;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Facilitators;

/// <summary>The pool in words: its members, how often each was asked, and why someone is skipped.</summary>
internal static class PoolWords
{
    private const int MaxListed = 15;

    public const string Rule =
        "For a required post-mortem, I ask the member who was asked least recently and wasn't close to the incident. "
        + "You can always say no.";

    /// <summary>For the command: everyone in the pool.</summary>
    public static Mrkdwn List(IReadOnlyList<(Person Person, FacilitatorLoad Load)> members) => Mrkdwn.Join("\n",
    [
        Mrkdwn.Text($"*{Count(members.Count)}*"),
        .. members.Take(MaxListed).Select(member => Mrkdwn.Text($"• {Mrkdwn.User(member.Person.Id.Value)}: {Load(member.Load)}")),
        More(members.Count),
    ]);

    /// <summary>For the picker: each member with their load or the reason why they are skipped; the reader as "you".</summary>
    public static Mrkdwn For(
        PersonId reader,
        IReadOnlyList<PoolCandidate> candidates,
        IReadOnlyList<FacilitatorRequest> asks,
        PostMortem postMortem) =>
        Mrkdwn.Join("\n",
    [
        Mrkdwn.Raw("*The pool*"),
        .. candidates.OrderBy(candidate => candidate.Fit.Fits ? 0 : 1)
        .ThenBy(candidate => candidate.Load.LastAskedAt ?? DateTimeOffset.MinValue)
            .Take(MaxListed)
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
        return load.Facilitates == 0 ? asked : Mrkdwn.Text($"{asked}, facilitating {load.Facilitates} now");
    }

    private static Mrkdwn Line(PersonId reader, PoolCandidate candidate, Mrkdwn? answer)
    {
        var who = Mrkdwn.User(candidate.Person.Id.Value);
        return candidate switch
        {
            { Fit.Fits: false } when candidate.Person.Id == reader =>
                Mrkdwn.Text($"• you (skipped): {candidate.Fit.ReasonForThemselves}"),
            { Fit.Fits: false } => Mrkdwn.Text($"• {who} (skipped): {candidate.Fit.Reason}"),
            _ when answer is not null => Mrkdwn.Text($"• {who}: {answer}"),
            _ => Mrkdwn.Text($"• {who}: {candidate.Fit.Reason}; {Load(candidate.Load)}"),
        };
    }

    private static Mrkdwn? Answer(PersonId person, IReadOnlyList<FacilitatorRequest> asks, PostMortem postMortem) =>
        asks.LastOrDefault(ask => ask.Person == person) switch
        {
            { IsWaiting: true } ask => Mrkdwn.Text($"asked {Mrkdwn.Date(ask.AskedAt)}, has until {Mrkdwn.Date(ask.AnswerBy)} to answer"),
            { State: FacilitatorRequestState.Lapsed } => Mrkdwn.Raw("asked, didn't answer in time"),
            _ when postMortem.DeclinedFacilitators.Contains(person) => Mrkdwn.Raw("asked, declined"),
            _ => null,
        };

    private static string Count(int members) => members switch
    {
        0 => "No one is in the facilitator pool yet",
        1 => "1 person is in the facilitator pool",
        _ => $"{members} people are in the facilitator pool",
    };

    private static Mrkdwn Day(DateTimeOffset at) => Mrkdwn.Date(at, "{date_short}");

    private static Mrkdwn More(int count) => count > MaxListed ? Mrkdwn.Text($"… and {count - MaxListed} more") : Mrkdwn.Empty;
}
