using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Features.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentBot.Tests.Features.PostMortems;

/// <summary>
/// The finished document in a renderer that others use: what people typed is read as typed, and changes nothing around it.
/// </summary>
public sealed class WriteUpInCommonMarkTests
{
    private static readonly PersonId Maya = new("U1");
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly MarkdownPipeline Renderer = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();

    public static TheoryData<string> Typed =>
    [
        "a | b || c",
        "<script>alert(1)</script> & &amp; <b>",
        "*bold* _italic_ **both** ~gone~",
        "`code` ``two`` ```fence```",
        "first\nsecond\nthird",
        "# heading", "- item", "+ item", "* item", "1. first", "1) first", "> quote", "=== line", "--- line", "    indented", "\ttabbed",
        "[a](https://example.com) ![b](c) [ref]: d",
        "https://example.com/a_b_c?d=*e*",
        "\\ backslash \\| \\* at the end \\",
        "| --- | --- |",
        "C:\\temp\\_x_ :pushpin: @ben <@U123>",
        "100 % & <1 ms ~ 2^10",
        "ünïcödé 漢字 🚀",
    ];

    [Theory]
    [MemberData(nameof(Typed))]
    public void What_was_typed_is_read_as_typed_in_every_place(string typed) => Assert.All(WriteUpTemplates.All, template =>
    {
        var document = Markdown.Parse(WriteUpMarkdown.Render(Full(typed, template)), Renderer);

        Assert.Equal(Read(Full("plain words", template), "plain words"), Read(Full(typed, template), Words(typed), Words(NoHandle(typed))));
        Assert.DoesNotContain(
            document.Descendants(), node => node is HtmlBlock or HtmlInline or CodeBlock or CodeInline or QuoteBlock or LinkInline);
    });

    [Theory]
    [InlineData("see https://g.example/a_b_c?d=*e*&f=g_h.", "https://g.example/a_b_c?d=*e*&f=g_h")]
    [InlineData("(https://g.example/a_(b)_c)", "https://g.example/a_(b)_c")]
    [InlineData("`https://g.example/a_b|c`,", "https://g.example/a_b%7Cc")]
    [InlineData("www.g.example/a_b_c is down", "http://www.g.example/a_b_c")]
    public void A_link_leads_where_it_was_typed_in_every_place(string typed, string address) => Assert.All(WriteUpTemplates.All, template =>
    {
        var links = Markdown.Parse(WriteUpMarkdown.Render(Full(typed, template)), Renderer).Descendants()
            .Select(node => node switch { AutolinkInline auto => auto.Url, LinkInline link => link.Url, _ => null })
            .OfType<string>().ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Equal(address, link));
    });

    [Theory]
    [MemberData(nameof(Typed))]
    public void The_page_keeps_its_shape(string typed) =>
        Assert.All(WriteUpTemplates.All, template => Assert.Equal(Shape(Full("plain words", template)), Shape(Full(typed, template))));

    [Theory]
    [MemberData(nameof(Typed))]
    public void The_preview_shows_the_same_words_without_markup(string typed) => Assert.All(WriteUpTemplates.All, template =>
    {
        var blocks = PrintedBlocks.Of(WriteUpMarkdown.Render(Full(typed, template)));

        var texts = blocks.OfType<RichTextBlock>().SelectMany(block => block.Elements)
            .SelectMany(element => element is RichTextList list ? list.Elements : [(RichTextSection)element])
            .Select(section => string.Concat(section.Elements.Select(leaf => leaf switch
            {
                RichText text => text.Text,
                RichTextLink link => link.Text ?? link.Url,
                _ => "",
            }))).ToList();
        Assert.Contains(texts, text => Words(text).Contains(Words(typed), StringComparison.Ordinal));
    });

    /// <summary>
    /// How often the words are read, in places of their own: in one paragraph the steps of a chain are counted one by one.
    /// </summary>
    private static int Read(WriteUpDocument writeUp, params string[] words) => Markdown.Parse(WriteUpMarkdown.Render(writeUp), Renderer)
        .Descendants<LeafBlock>().Select(Text).Sum(text => words.Distinct().Max(each => text.Split(each).Length - 1));

    private static string Words(string typed) => string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Shape(WriteUpDocument writeUp)
    {
        var document = Markdown.Parse(WriteUpMarkdown.Render(writeUp), Renderer);
        return string.Join('\n', document.Select(block => block switch
        {
            HeadingBlock heading => $"heading {heading.Level}",
            Table table => $"table of {table.Count} rows with {string.Join(',', table.Cast<TableRow>().Select(row => row.Count))} cells",
            ListBlock list => $"list of {list.Count}, {list.Cast<ListItemBlock>().Max(item => item.Count)} blocks each",
            _ => "text",
        }).Distinct());
    }

    private static string Text(LeafBlock block) => block.Inline is null
        ? ""
        : Words(string.Concat(block.Inline.Descendants().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            AutolinkInline link => link.Url,
            LineBreakInline => " ",
            _ => "",
        })));

    private static WriteUpDocument Full(string typed, WriteUpTemplate template)
    {
        var oneLine = typed.ReplaceLineEndings(" ").Trim();
        var incident = Incident.Declare(new Declaration(oneLine, Severity.Sev1), Maya, Start).Value!;
        incident.Resolve(new Resolution(Start.AddHours(1), "It is over."), Maya, Start.AddHours(1));
        var postMortem = PostMortem.Open(Guid.NewGuid(), 1, PostMortemNeed.Required, Start.AddHours(1), TimeSpan.FromHours(48));
        postMortem.WriteUp.WriteSummary(typed, Maya, Start);
        postMortem.WriteUp.WriteImpact(Impact.Unknown with { Text = typed }, Maya, Start);
        postMortem.WriteUp.WriteWhyChain(
            new WhyChain(NoHandle(typed), [NoHandle(typed), NoHandle(typed)], NoHandle(typed), true, true), Maya, Start);
        postMortem.WriteUp.WriteFactor(Guid.NewGuid(), new FactorDraft(NoHandle(typed), FactorCategory.Technical, null), Maya, Start);
        postMortem.WriteUp.WriteWentWell([typed, typed], Maya, Start);
        postMortem.WriteUp.WriteCouldBeBetter([typed], Maya, Start);
        postMortem.WriteUp.WriteLearning(Guid.NewGuid(), NoHandle(typed), LearningDestination.Runbook, Maya, Start);
        postMortem.WriteUp.Park(Guid.NewGuid(), ParkedKind.Question, typed, Maya, Start);
        var entry = TimelineEntry.Create(
            Guid.NewGuid(),
            new NewEntry(1, EntryKind.Event, EntrySource.Manual, Start, oneLine, oneLine) { System = oneLine },
            Start).Value!;
        entry.RecordContext(new DecisionContext(oneLine, oneLine, oneLine, oneLine), Maya, Start);
        var action = ActionItem.Create(
            Guid.NewGuid(),
            1,
            new ActionDraft(typed, new ActionOwner(Maya, "Europe/Stockholm", IsActivePerson: true), new DateOnly(2026, 4, 1))
            {
                SuccessMetric = typed,
            },
            metricRequired: true,
            Maya,
            Start).Value!;
        var view = new PostMortemView(incident, postMortem, [entry], [action]);
        return new WriteUpDocument(view, WriteUpTimeline.Of(view, _ => oneLine), new Dictionary<PersonId, string> { [Maya] = oneLine })
        {
            Template = template,
        };
    }

    /// <summary>A person's name is refused in these places, so it cannot be in the document.</summary>
    private static string NoHandle(string typed) =>
        typed.Contains('@', StringComparison.Ordinal)
            ? typed.Replace("@ben", "ben", StringComparison.Ordinal).Replace("<@U123>", "U123", StringComparison.Ordinal)
            : typed;
}
