using IncidentBot.Domain.Timelines;

namespace IncidentBot.Domain.Tests.Timelines;

public sealed class ReactionMapTests
{
    [Theory]
    [InlineData("pushpin", "event")]
    [InlineData("satellite_antenna", "signal")]
    [InlineData("no_bell", "missed_signal")]
    [InlineData("scales", "decision")]
    [InlineData("parking", "question")]
    [InlineData("hammer_and_wrench", "action_idea")]
    [InlineData(":pushpin:", "event")]
    [InlineData("pushpin::skin-tone-3", "event")]
    public void Each_default_emoji_has_its_meaning(string emoji, string expected) =>
        Assert.Equal(expected, ReactionMap.Default.Find(emoji)?.Id);

    [Fact]
    public void No_two_meanings_share_an_id_or_an_emoji()
    {
        Assert.Distinct(ReactionMeaning.All.Select(meaning => meaning.Id));
        Assert.Distinct(ReactionMeaning.All.Select(meaning => meaning.Emoji));
    }

    [Theory]
    [InlineData("eyes")]
    [InlineData("white_check_mark")]
    [InlineData("")]
    public void Other_reactions_mean_nothing(string emoji) => Assert.Null(ReactionMap.Default.Find(emoji));

    [Fact]
    public void A_meaning_may_have_several_emoji()
    {
        var map = ReactionMap.Create(Emoji([":eyes:", "pushpin"], [])).Value!;

        Assert.Equal(ReactionMeaning.Event, map.Find("eyes"));
        Assert.Equal(["eyes", "pushpin"], map.EmojiFor(ReactionMeaning.Event));
        Assert.Empty(map.EmojiFor(ReactionMeaning.Signal));
    }

    [Fact]
    public void Two_meanings_may_not_share_an_emoji() =>
        Assert.Contains(
            "both Event and Signal", ReactionMap.Create(Emoji(["eyes"], [":eyes:"])).Refusal?.Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("::")]
    [InlineData(":white_check_mark:")]
    public void An_empty_name_and_the_acknowledgement_are_refused(string emoji) =>
        Assert.Equal("reactions", ReactionMap.Create(Emoji([emoji], [])).Refusal?.Field);

    private static Dictionary<ReactionMeaning, IReadOnlyList<string>> Emoji(string[] events, string[] signals) => new()
    {
        [ReactionMeaning.Event] = events,
        [ReactionMeaning.Signal] = signals,
    };
}
