using IncidentBot.Domain.Causes;

namespace IncidentBot.Domain.Tests.Causes;

public sealed class CauseClassTests
{
    private static readonly PersonId Ana = new("U1");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "The name is missing.")]
    [InlineData("  ", "The name is missing.")]
    [InlineData("@maya forgot", "Leave out @maya.")]
    public void A_class_without_a_proper_name_is_refused(string name, string sentence)
    {
        var created = CauseClass.Create(Guid.NewGuid(), name, Ana, Now);

        Assert.Equal("name", created.Refusal?.Field);
        Assert.StartsWith(sentence, created.Refusal?.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(70, true)]
    [InlineData(71, false)]
    public void A_name_has_at_most_seventy_characters(int length, bool ok) =>
        Assert.Equal(ok, CauseClass.Create(Guid.NewGuid(), new string('a', length), Ana, Now).Ok);

    [Fact]
    public void Changes_are_recorded_once_and_repeating_them_records_nothing()
    {
        var pool = Create("Pool");
        for (var press = 0; press < 2; press++)
        {
            Assert.True(pool.Rename("Shared pool", Ana, Now).Ok);
            Assert.True(pool.Describe("One client starves others", Ana, Now).Ok);
            Assert.True(pool.SetSynonyms([" starvation ", "", "Starvation", "shared pool"], Ana, Now).Ok);
        }

        Assert.Equal(
            ["created", "renamed from “Pool” to “Shared pool”", "sentence written", "synonyms: starvation"],
            pool.History.Select(change => change.What));
        Assert.True(pool.IsNamed("STARVATION"));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void At_most_ten_synonyms_fit(int count, bool ok) =>
        Assert.Equal(ok, Create("Pool").SetSynonyms(Enumerable.Range(1, count).Select(number => $"word {number}"), Ana, Now).Ok);

    [Fact]
    public void A_merged_class_counts_for_the_other_one_through_any_number_of_merges()
    {
        var (pool, queue, limit) = (Create("Pool"), Create("Queue"), Create("Limit"));

        Assert.True(pool.MergeInto(queue, Ana, Now).Ok);
        Assert.True(pool.MergeInto(queue, Ana, Now).Ok);
        Assert.True(queue.MergeInto(limit, Ana, Now).Ok);

        var classes = new CauseClasses([pool, queue, limit]);
        Assert.Equal(limit, classes.RootOf(pool.Id));
        Assert.Equal(3, classes.Parts(limit.Id).Count);
        Assert.Equal(limit, classes.Named("pool"));
        Assert.Equal([limit], classes.Active);
        Assert.Equal(2, queue.History.Count(change => change.What.Contains("merged", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_class_is_not_merged_into_itself_or_into_a_merged_one()
    {
        var (pool, queue) = (Create("Pool"), Create("Queue"));
        pool.MergeInto(queue, Ana, Now);

        Assert.Equal("merge_into", queue.MergeInto(queue, Ana, Now).Refusal?.Field);
        Assert.Equal("merge_into", queue.MergeInto(pool, Ana, Now).Refusal?.Field);
    }

    [Fact]
    public void A_split_is_recorded_on_both_sides_unless_nothing_moved()
    {
        var (pool, queue) = (Create("Pool"), Create("Queue"));

        pool.RecordSplit(queue, 2, Ana, Now);
        pool.RecordSplit(queue, 0, Ana, Now);

        Assert.Equal("split: 2 incidents moved to “Queue”", pool.History[^1].What);
        Assert.Equal("2 incidents moved here from “Pool”", queue.History[^1].What);
        Assert.Equal(2, pool.History.Count);
    }

    [Fact]
    public void The_same_class_for_the_same_text_changes_nothing()
    {
        var (cause, pool) = (GapCause.Of(12, Guid.NewGuid()), Guid.NewGuid());

        Assert.True(cause.Set(pool, CauseText.Of("The pool has no limit"), Ana, Now));
        Assert.False(cause.Set(pool, CauseText.Of("The pool has no limit"), Ana, Now.AddDays(1)));
        Assert.True(cause.Set(pool, CauseText.Of("The pool has a limit"), Ana, Now.AddDays(2)));
        Assert.Equal(Now.AddDays(2), cause.At);
    }

    private static CauseClass Create(string name) => CauseClass.Create(Guid.NewGuid(), name, Ana, Now).Value!;
}
