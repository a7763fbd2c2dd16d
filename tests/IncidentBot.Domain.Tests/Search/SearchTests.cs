using IncidentBot.Domain.Search;

namespace IncidentBot.Domain.Tests.Search;

public sealed class SearchTests
{
    private static readonly SearchText Checkout = new(
        "Checkout times out", "Checkout", "Nothing limits the shared pool", "Payments failed for an hour", "No alert watched the pool",
        "Pools need limits", "Limit connections of the worker");

    [Fact]
    public void A_word_in_the_title_counts_more_than_one_in_an_action_and_repetition_counts_ever_less()
    {
        var weights = Checkout.Weights();

        Assert.True(weights["checkout"] > weights["worker"]);
        Assert.True(weights["pool"] > weights["worker"]);
        Assert.All(weights.Values, weight => Assert.InRange(weight, 1, SearchText.HighestWeight));
    }

    [Fact]
    public void All_words_are_better_than_some_and_rare_ones_better_than_frequent_ones()
    {
        SearchedWord[] words =
        [
            new("checkout", 50, new Dictionary<int, int> { [1] = 200, [2] = 200, [4] = 200 }),
            new("certificat", 3, new Dictionary<int, int> { [1] = 100, [3] = 100 }),
        ];

        var hits = SearchRanking.Rank(words, all: 100);

        Assert.Equal([1, 3, 4, 2], hits.Select(hit => hit.Number));
        Assert.Equal(["certificat", "checkout"], hits[0].Stems);
        Assert.All(hits, hit => Assert.InRange(hit.Score, 0, 1));
    }

    [Fact]
    public void Nothing_to_look_for_finds_nothing() => Assert.Empty(SearchRanking.Rank([], all: 100));

    [Theory]
    [InlineData("conection", "connection")]
    [InlineData("certificat", "certificate")]
    [InlineData("ceckout", "checkout")]
    [InlineData("chekcout", "checkout")]
    [InlineData("xcheckout", "checkout")]
    public void One_mistake_is_found_wherever_it_is(string typed, string meant)
    {
        Assert.Contains(meant, Spelling.OneMistake(typed));
        Assert.Equal(1, Spelling.Distance(typed, meant));
    }

    [Theory]
    [InlineData("db", 0)]
    [InlineData("pol", 1)]
    [InlineData("disk", 1)]
    [InlineData("checkou", 1)]
    [InlineData("checkout", 2)]
    public void Short_words_must_be_right(string typed, int forgiven) => Assert.Equal(forgiven, Spelling.Forgiven(typed));

    [Fact]
    public void A_snippet_shows_the_field_with_most_of_the_words_and_marks_them()
    {
        var snippet = Snippet.Of(Checkout, new HashSet<string>(["limit", "shar", "pool"]), "Title")!;

        Assert.Equal("Structural gap", snippet.Label);
        Assert.Equal("Nothing [limits] the [shared] [pool]", Text(snippet));
    }

    [Fact]
    public void A_long_text_is_cut_between_words_around_the_first_match()
    {
        var text = Checkout with { Summary = $"{Repeat("before")}the certificate expired {Repeat("after")}".Trim() };

        var snippet = Text(Snippet.Of(text, new HashSet<string>(["certificat"]))!);

        Assert.StartsWith("… ", snippet, StringComparison.Ordinal);
        Assert.Contains("the [certificate] expired", snippet, StringComparison.Ordinal);
        Assert.EndsWith(" …", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 60, 170);
    }

    [Fact]
    public void A_text_without_the_words_has_no_snippet() => Assert.Null(Snippet.Of(Checkout, new HashSet<string>(["certificat"])));

    private static string Repeat(string word) => string.Concat(Enumerable.Repeat($"{word} ", 30));

    private static string Text(Snippet snippet) =>
        string.Concat(snippet.Parts.Select(part => part.IsMatch ? $"[{part.Text}]" : part.Text));
}
