using System.Globalization;
using System.Text;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Tests.Blocks;

/// <summary>Texts of people are cut to the limit of their block once they are escaped, and never where a person would see it.</summary>
public sealed class FittedTextTests
{
    /// <summary>What grows when it is escaped, and what must not be cut in two.</summary>
    private static readonly string[] Pieces =
    [
        "&", "<", ">", "&amp;", "a", " ", "\n", "word ",
        "\U0001F469\U0001F3FD\u200D\U0001F680", "\U0001F1E9\U0001F1EA", "e\u0301\u0302\u0327",
        "\u05E9\u05DC\u05D5\u05DD", "\u0600&", "&\u0301", "\U0001F44D\U0001F3FF", "\u202Babc\u202C", ";", ":tada:", "\u0BA8\u0BBF",
    ];

    private static readonly string[] Tokens =
        ["<@U0123456789>", "<#C012345678>", "<https://a.example/?a=1&amp;b=2|a label &amp; more>", "<!date^1772528400^{date}|3 Mar>"];

    [Theory]
    [MemberData(nameof(Builders))]
    public void A_text_of_people_fits_every_block_and_is_never_cut_inside(string kind, Func<Mrkdwn, Block> block, int limit)
    {
        var random = new Random(7);
        for (var run = 0; run < 60; run++)
        {
            var whole = Markup(random, limit + random.Next(-limit / 2, 2000));
            var built = block(whole);
            var shown = Shown(built);

            Assert.Empty(BlockValidator.Message([built]));
            Assert.True(shown.Length <= limit, kind);
            AssertNotCutInside(whole.Content, shown, limit);
        }
    }

    public static TheoryData<string, Func<Mrkdwn, Block>, int> Builders { get; } = new()
    {
        { "section", text => new SectionBlock(text), 3000 },
        { "field", text => new SectionBlock { Fields = [text] }, 2000 },
        { "context", text => new ContextBlock(text), 3000 },
        { "header", text => new HeaderBlock(new PlainText(text.Content)), 150 },
        { "option", text => new ActionsBlock(new Checkboxes("a") { Options = [new Option(text, "v")] }), 75 },
        { "description", text => new ActionsBlock(new Checkboxes("a") { Options = [new Option("x", "v") { Description = text }] }), 75 },
        { "question", text => new ActionsBlock(new Button("a", "x") { Confirm = new("x", text, "x", "x") }), 300 },
    };

    [Theory]
    [InlineData("&&&&", 12, "&amp;&amp;…")]
    [InlineData("&&&&", 20, "&amp;&amp;&amp;&amp;")]
    [InlineData("a <b> c", 9, "a &lt;b…")]
    [InlineData("&\u0301&", 6, "…")]
    [InlineData("\u0600&&", 10, "\u0600&amp;…")]
    public void An_escaped_character_stays_whole(string typed, int max, string expected) =>
        Assert.Equal(expected, Mrkdwn.Escape(typed, max).Content);

    [Fact]
    public void A_mention_or_a_link_that_does_not_fit_is_left_out() =>
        Assert.Equal("Ask…", Mrkdwn.FromSlack("Ask <@U0123456789> about it").Fit(12).Content);

    private static Mrkdwn Markup(Random random, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(random.Next(8) == 0 ? Tokens[random.Next(Tokens.Length)] : SlackText.Escape(Pieces[random.Next(Pieces.Length)]));
        }

        return Mrkdwn.Raw(text.ToString());
    }

    private static string Shown(Block block) => block switch
    {
        SectionBlock { Fields: [var field] } => field.Content,
        SectionBlock section => section.Text!.Content,
        HeaderBlock header => header.Text.Content,
        ContextBlock context => ((TextObject)context.Elements[0]).Content,
        ActionsBlock { Elements: [Checkboxes { Options: [{ Description: { } description }] }] } => description.Content,
        ActionsBlock { Elements: [Checkboxes { Options: [var option] }] } => option.Text.Content,
        ActionsBlock { Elements: [Button { Confirm: { } confirm }] } => confirm.Text.Content,
        _ => throw new InvalidOperationException(block.Type),
    };

    /// <summary>Checked another way than it is cut: by looking at both sides of the cut in the whole text.</summary>
    private static void AssertNotCutInside(string whole, string shown, int limit)
    {
        if (whole.Length <= limit)
        {
            Assert.Equal(whole, shown);
            return;
        }

        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        var kept = shown[..^1];
        Assert.StartsWith(kept, whole, StringComparison.Ordinal);
        if (limit != HeaderBlock.MaxTextLength)
        {
            Assert.Equal(kept.Count(letter => letter == '<'), kept.Count(letter => letter == '>'));
            Assert.DoesNotMatch("&[a-z]*$", kept);
        }

        var rest = whole[kept.Length..].TrimStart();
        var borders = StringInfo.ParseCombiningCharacters(whole);
        Assert.True(rest.Length < whole.Length - kept.Length || borders.Contains(kept.Length), kept[^Math.Min(20, kept.Length)..]);
    }
}
