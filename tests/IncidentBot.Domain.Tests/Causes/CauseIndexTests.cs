using IncidentBot.Domain.Causes;

namespace IncidentBot.Domain.Tests.Causes;

public sealed class CauseIndexTests
{
    private static readonly Guid Pool = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Certificate = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Rollout = new("00000000-0000-0000-0000-000000000003");

    [Fact]
    public void An_empty_index_calls_every_text_new()
    {
        var ranking = new CauseIndex().Rank(CauseText.Of("The connection pool has no limit per client"));

        Assert.True(ranking.IsNew);
        Assert.Empty(ranking.Suggestions);
    }

    [Theory]
    [InlineData("Clients may take every connection of the pool", "pool")]
    [InlineData("Nothing renews certificates before their expiry", "certificate")]
    [InlineData("The rollout reaches all regions at once", "rollout")]
    public void A_text_gets_the_class_whose_texts_it_resembles(string gap, string expected)
    {
        var ranking = Known().Rank(CauseText.Of(gap));

        Assert.Equal(expected, NameOf(ranking.Suggestions[0].Class));
        Assert.False(ranking.IsNew);
    }

    [Fact]
    public void A_text_far_from_everything_is_new()
    {
        var ranking = Known().Rank(CauseText.Of("Lightning damaged a transformer near Dublin"));

        Assert.True(ranking.IsNew);
    }

    [Theory]
    [InlineData("limits")]
    [InlineData("subquotas")]
    public void A_class_without_texts_is_suggested_by_its_name_or_a_synonym(string mentioned)
    {
        var index = Known();
        var quota = new Guid("00000000-0000-0000-0000-000000000004");
        index.Describe(quota, "Quota", ["limits"]);

        var ranking = index.Rank(CauseText.Of($"A database without {mentioned}"));

        Assert.Equal(quota, ranking.Suggestions[0].Class);
        Assert.Equal(1, ranking.Suggestions[0].Named);
    }

    [Fact]
    public void The_gap_counts_more_than_the_title()
    {
        var text = new CauseText("Nothing renews certificates before their expiry", "", "Connection pool exhausted", "");

        Assert.Equal(Certificate, Known().Rank(text).Suggestions[0].Class);
    }

    [Fact]
    public void A_removed_text_leaves_no_trace()
    {
        var index = Known();
        var before = index.Rank(CauseText.Of("The queue consumer loses its lease"));
        var text = CauseText.Of("The consumer of the queue holds no lease");

        index.Add(Rollout, text);
        index.Remove(Rollout, text);

        var after = index.Rank(CauseText.Of("The queue consumer loses its lease"));
        Assert.Equal(before.Suggestions, after.Suggestions);
        Assert.Equal(before.IsNew, after.IsNew);
    }

    [Fact]
    public void The_same_past_gives_the_same_ranking()
    {
        var text = CauseText.Of("Clients may take every connection of the pool in all regions");

        Assert.Equal(Known().Rank(text).Suggestions, Known().Rank(text).Suggestions);
    }

    [Fact]
    public void Shared_words_are_shown_as_written_and_neighbours_together()
    {
        var shared = Known().Shared(
            CauseText.Of("One client took all Connections of the Pool."), CauseText.Of("Pool without a connection limit"), 3);

        Assert.Equal(["connections pool"], shared);
    }

    [Fact]
    public void A_text_of_filler_words_can_be_learned_and_ranked()
    {
        var index = Known();

        index.Learn(Pool, CauseText.Of("it was as it is"));

        Assert.Equal(3, index.Rank(CauseText.Of("")).Suggestions.Count);
    }

    private static string NameOf(Guid cause) => cause == Pool ? "pool" : cause == Certificate ? "certificate" : "rollout";

    private static CauseIndex Known()
    {
        var index = new CauseIndex();
        index.Describe(Pool, "Exhausted shared resource", []);
        index.Describe(Certificate, "Expired secret", []);
        index.Describe(Rollout, "Change without stages", []);
        foreach (var (cause, gap) in new[]
        {
            (Pool, "The connection pool has no limit per client"),
            (Certificate, "No one is warned before a certificate expires"),
            (Rollout, "A rollout goes to all regions at once"),
            (Pool, "One client can use up the database connections of the pool"),
            (Certificate, "The certificate's renewal was done by hand before its expiry"),
            (Rollout, "The rollout of a flag reaches each region without a canary"),
            (Pool, "Workers share one pool of connections without limits"),
            (Certificate, "Certificates are renewed without a check of their expiry"),
            (Rollout, "A flag's rollout does not wait for the first region"),
            (Pool, "The pool gives connections to one client first"),
            (Certificate, "A certificate's expiry is on no calendar"),
        })
        {
            index.Learn(cause, CauseText.Of(gap));
        }

        return index;
    }
}
