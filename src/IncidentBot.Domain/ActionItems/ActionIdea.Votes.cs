namespace IncidentBot.Domain.ActionItems;

/// <content>Everyone has three votes on which idea would most have reduced the chance of the incident.</content>
public sealed partial class ActionIdea
{
    /// <summary>How many votes each person has.</summary>
    public const int VotesEach = 3;

    /// <summary>Who voted for it, each once.</summary>
    public IReadOnlyList<PersonId> Voters => _voters;

    /// <summary>Sets all of a person's votes at once; earlier votes that are not repeated are removed.</summary>
    /// <param name="ideas">The ideas of one incident.</param>
    /// <param name="chosen">The ids of the chosen ideas; ids that no longer exist are ignored.</param>
    /// <param name="by">Who votes.</param>
    /// <returns>Refused for more than <see cref="VotesEach"/> ("ideas"); nothing is changed then.</returns>
    public static Result Vote(IReadOnlyCollection<ActionIdea> ideas, IReadOnlyCollection<Guid> chosen, PersonId by)
    {
        if (chosen.Distinct().Count() > VotesEach)
        {
            return new Refusal($"You have {VotesEach} votes. Choose at most {VotesEach} ideas.", "ideas");
        }

        foreach (var idea in ideas)
        {
            idea.SetVote(by, chosen.Contains(idea.Id));
        }

        return Result.Accepted;
    }

    /// <summary>The ranking: more votes first, then less effort, then the older one; no two share a place.</summary>
    /// <param name="ideas">The ideas to choose from.</param>
    public static IReadOnlyList<ActionIdea> Ranked(IEnumerable<ActionIdea> ideas) =>
    [
        .. ideas
            .OrderByDescending(idea => idea._voters.Count)
            .ThenBy(idea => idea.Effort ?? ActionEffort.Large)
            .ThenBy(idea => idea.CreatedAt)
            .ThenBy(idea => idea.Id),
    ];

    /// <summary>Saves its place in the ranking, so that the best idea is next when there is room.</summary>
    /// <param name="rank">1 first.</param>
    public void RankAs(int rank)
    {
        if (Rank != rank && State != IdeaState.Promoted)
        {
            Rank = rank;
            Version++;
        }
    }

    private void SetVote(PersonId voter, bool votes)
    {
        if (votes == _voters.Contains(voter))
        {
            return;
        }

        if (votes)
        {
            _voters.Add(voter);
        }
        else
        {
            _voters.Remove(voter);
        }

        Version++;
    }
}
