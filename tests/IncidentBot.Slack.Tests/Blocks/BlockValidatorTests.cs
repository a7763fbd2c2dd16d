using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Tests.Blocks;

public sealed class BlockValidatorTests
{
    [Theory]
    [MemberData(nameof(BothSidesOfEachLimit))]
    public void The_largest_that_slack_takes_passes_and_one_more_does_not(Func<int, Block> block, int max, string path)
    {
        Assert.Empty(BlockValidator.Message([block(max)]));
        Assert.Contains(path, BlockValidator.Message([block(max + 1)]).Select(violation => violation.Path));
    }

    public static TheoryData<Func<int, Block>, int, string> BothSidesOfEachLimit { get; } = new()
    {
        { n => new DividerBlock { BlockId = Text(n) }, 255, "/blocks/0/block_id" },
        { n => new SectionBlock { Fields = Many(n, _ => (TextObject)"x") }, 10, "/blocks/0/fields" },
        { n => new ContextBlock(Many(n, _ => (IContextElement)new PlainText("x"))), 10, "/blocks/0/elements" },
        { n => new ActionsBlock(Many(n, i => (IActionsElement)new Button($"a{i}", "x"))), 25, "/blocks/0/elements" },
        { n => new ImageBlock("https://example.test/i.png", Text(n)), 2000, "/blocks/0/alt_text" },
        { n => new ImageBlock(Text(n), "x"), 3000, "/blocks/0/image_url" },
        { n => new InputBlock("b", Text(n), new PlainTextInput("a")), 2000, "/blocks/0/label/text" },
        { n => new InputBlock("b", "x", new PlainTextInput("a")) { Hint = Text(n) }, 2000, "/blocks/0/hint/text" },
        { n => Element(new Button(Text(n), "x")), 255, "/blocks/0/elements/0/action_id" },
        { n => Element(new Button("a", Text(n))), 75, "/blocks/0/elements/0/text/text" },
        { n => Element(new Button("a", "x") { Value = Text(n) }), 2000, "/blocks/0/elements/0/value" },
        { n => Element(new Button("a", "x") { Url = Text(n) }), 3000, "/blocks/0/elements/0/url" },
        { n => Element(new Button("a", "x") { Confirm = new(Text(n), "x", "x", "x") }), 100, "/blocks/0/elements/0/confirm/title/text" },
        { n => Element(new Button("a", "x") { Confirm = new("x", "x", Text(n), "x") }), 30, "/blocks/0/elements/0/confirm/confirm/text" },
        { n => Element(new Button("a", "x") { Confirm = new("x", "x", "x", Text(n)) }), 30, "/blocks/0/elements/0/confirm/deny/text" },
        { n => Element(new UsersSelect("a") { Placeholder = Text(n) }), 150, "/blocks/0/elements/0/placeholder/text" },
        { n => Element(new StaticSelect("a") { Options = Options(n) }), 100, "/blocks/0/elements/0/options" },
        {
            n => Element(new StaticSelect("a") { OptionGroups = Many(n, i => new OptionGroup($"g{i}", Options(1))) }),
            100,
            "/blocks/0/elements/0/option_groups"
        },
        {
            n => Element(new StaticSelect("a") { OptionGroups = [new("g", Options(n))] }),
            100,
            "/blocks/0/elements/0/option_groups/0/options"
        },
        {
            n => Element(new StaticSelect("a") { OptionGroups = [new(Text(n), Options(1))] }),
            75,
            "/blocks/0/elements/0/option_groups/0/label/text"
        },
        { n => Element(new StaticSelect("a") { Options = [new("x", Text(n))] }), 150, "/blocks/0/elements/0/options/0/value" },
        { n => Element(new Overflow("a", Options(n))), 5, "/blocks/0/elements/0/options" },
        { n => Element(new RadioButtons("a") { Options = Options(n) }), 10, "/blocks/0/elements/0/options" },
        { n => Element(new Checkboxes("a") { Options = Options(n) }), 10, "/blocks/0/elements/0/options" },
        { n => new InputBlock("b", "x", new PlainTextInput("a") { MaxLength = n }), 3000, "/blocks/0/element/max_length" },
        {
            n => new InputBlock("b", "x", new PlainTextInput("a") { MaxLength = 20, InitialValue = Text(n) }),
            20,
            "/blocks/0/element/initial_value"
        },
        { n => new InputBlock("b", "x", new FileInput("a") { MaxFiles = n }), 10, "/blocks/0/element/max_files" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_slack_refuses_is_found(Block block, string path) =>
        Assert.Contains(path, BlockValidator.Message([block]).Select(violation => violation.Path));

    public static TheoryData<Block, string> Refused() => new()
    {
        { new SectionBlock(), "/blocks/0/text/text" },
        { new SectionBlock(""), "/blocks/0/text/text" },
        { new SectionBlock("x") { Fields = [""] }, "/blocks/0/fields/0/text" },
        { new SectionBlock("x") { Accessory = new Button("", "x") }, "/blocks/0/accessory/action_id" },
        { new HeaderBlock(""), "/blocks/0/text/text" },
        { new ContextBlock(), "/blocks/0/elements" },
        { new ContextBlock(Mrkdwn.Empty), "/blocks/0/elements/0/text" },
        { new ActionsBlock(), "/blocks/0/elements" },
        { new ActionsBlock(new Button("a", "x"), new Button("a", "y")), "/blocks/0/elements/1/action_id" },
        { new ImageBlock("", ""), "/blocks/0/alt_text" },
        { new RichTextBlock(), "/blocks/0/elements" },
        { new InputBlock("", "x", new PlainTextInput("a")), "/blocks/0/block_id" },
        { new InputBlock("b", "x", new PlainTextInput("a")) { Hint = "" }, "/blocks/0/hint/text" },
        { new InputBlock("b", "x", new FileInput("a")) { DispatchAction = true }, "/blocks/0/dispatch_action" },
        { new InputBlock("b", "x", new FileInput("a") { MaxFiles = 0 }), "/blocks/0/element/max_files" },
        { new InputBlock("b", "x", new PlainTextInput("a") { MinLength = 3, MaxLength = 2 }), "/blocks/0/element/min_length" },
        { new InputBlock("b", "x", new PlainTextInput("a") { MaxLength = 0 }), "/blocks/0/element/max_length" },
        { new InputBlock("b", "x", new NumberInput("a") { MinValue = 2, MaxValue = 1 }), "/blocks/0/element/min_value" },
        { Element(new StaticSelect("a")), "/blocks/0/elements/0/options" },
        { Element(new StaticSelect("a") { Options = Options(1), OptionGroups = [new("g", Options(1))] }), "/blocks/0/elements/0/options" },
        {
            Element(new StaticSelect("a") { Options = Options(2), InitialOption = new("Option 0", "other") }),
            "/blocks/0/elements/0/initial_option"
        },
        { Element(new StaticSelect("a") { Options = [new(Mrkdwn.Text($"x"), "v")] }), "/blocks/0/elements/0/options/0/text" },
        {
            Element(new StaticSelect("a") { Options = [new("x", "v") { Url = "https://example.test/" }] }),
            "/blocks/0/elements/0/options/0/url"
        },
        { Element(new MultiStaticSelect("a") { Options = Options(1), MaxSelectedItems = 0 }), "/blocks/0/elements/0/max_selected_items" },
        { Element(new MultiUsersSelect("a") { MaxSelectedItems = 0 }), "/blocks/0/elements/0/max_selected_items" },
        { Element(new Checkboxes("a") { Options = Options(1), InitialOptions = Options(2) }), "/blocks/0/elements/0/initial_option" },
        {
            Element(new RadioButtons("a") { Options = Options(1), InitialOption = new("Else", "v0") }),
            "/blocks/0/elements/0/initial_option"
        },
    };

    [Fact]
    public void An_initial_option_may_stand_in_a_group()
    {
        var select = new StaticSelect("a") { OptionGroups = [new("g", Options(2))], InitialOption = new("Option 1", "v1") };

        Assert.Empty(BlockValidator.Message([Element(select)]));
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void A_message_has_at_most_50_blocks(int count, bool valid) =>
        Assert.Equal(valid, BlockValidator.Message(Many(count, _ => (Block)new DividerBlock())).Count == 0);

    [Fact]
    public void A_block_id_is_used_once() =>
        Assert.Equal(
            "/blocks/1/block_id",
            Assert.Single(BlockValidator.Message([new DividerBlock { BlockId = "b" }, new DividerBlock { BlockId = "b" }])).Path);

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_view_has_at_most_100_blocks(int count, bool valid) =>
        Assert.Equal(valid, BlockValidator.View(new HomeView { Blocks = Many(count, _ => (Block)new DividerBlock()) }).Count == 0);

    [Theory]
    [InlineData(24, 24, 24, 3000, 255, true)]
    [InlineData(25, 24, 24, 3000, 255, false)]
    [InlineData(24, 25, 24, 3000, 255, false)]
    [InlineData(24, 24, 25, 3000, 255, false)]
    [InlineData(24, 24, 24, 3001, 255, false)]
    [InlineData(24, 24, 24, 3000, 256, false)]
    public void A_modal_keeps_its_limits(int title, int submit, int close, int metadata, int id, bool valid)
    {
        var modal = new Modal(Text(title))
        {
            Submit = Text(submit),
            Close = Text(close),
            PrivateMetadata = Text(metadata),
            CallbackId = Text(id),
        };

        Assert.Equal(valid, BlockValidator.View(modal).Count == 0);
    }

    [Fact]
    public void A_modal_with_a_field_has_a_submit_button()
    {
        var modal = new Modal("Title") { Blocks = [new InputBlock("b", "x", new PlainTextInput("a"))] };

        Assert.Equal("/submit/text", Assert.Single(BlockValidator.View(modal)).Path);
        Assert.Empty(BlockValidator.View(modal with { Submit = "Save" }));
    }

    [Fact]
    public void A_view_has_at_most_250_kilobytes()
    {
        // Every block is as long as it may be; together they are too much.
        var home = new HomeView { Blocks = Many(90, _ => (Block)new SectionBlock(Text(3000))) };

        Assert.Contains("250000 bytes", Assert.Single(BlockValidator.View(home)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_exception_names_every_place()
    {
        var failure = Assert.Throws<SlackLimitException>(
            () => BlockValidator.ThrowIfAny(BlockValidator.Message([new HeaderBlock(""), new ContextBlock()])));

        Assert.Equal("Slack would refuse this: /blocks/0/text/text: is required; /blocks/1/elements: is required", failure.Message);
        Assert.Equal(2, failure.Violations.Count);
    }

    private static string Text(int length) => new('x', length);

    private static List<T> Many<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];

    private static List<Option> Options(int count) => Many(count, i => new Option($"Option {i}", $"v{i}"));

    private static ActionsBlock Element(IActionsElement element) => new(element);
}
