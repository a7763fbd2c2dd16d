using IncidentBot.Features.WriteUps;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;

namespace IncidentBot.Web.WriteUpPages;

/// <summary>A section of a published version, as HTML.</summary>
internal sealed record PrintedSection(string Heading, string Html);

/// <summary>
/// A published version as it was printed. The page shows what was published, and not what someone has edited since; so it reads the
/// document that is stored, whose texts <see cref="MarkdownText"/> has escaped.
/// </summary>
internal sealed class PrintedDocument
{
    private const string Arrow = "-> ";

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseReferralLinks("noopener", "noreferrer").DisableHtml().Build();

    private PrintedDocument(IReadOnlyList<(string Name, string Html)> header, IReadOnlyList<PrintedSection> sections) =>
        (Header, Sections) = (header, sections);

    /// <summary>The lines at its head: who took part, when.</summary>
    public IReadOnlyList<(string Name, string Html)> Header { get; }

    public IReadOnlyList<PrintedSection> Sections { get; }

    public PrintedSection? Find(string heading) =>
        Sections.FirstOrDefault(section => section.Heading.Equals(heading, StringComparison.OrdinalIgnoreCase));

    public static PrintedDocument Read(string markdown)
    {
        var header = new List<(string, string)>();
        var sections = new List<PrintedSection>();
        var (heading, body) = ("", new List<string>());
        foreach (var block in Markdown.Parse(markdown, Pipeline))
        {
            switch (block)
            {
                case HeadingBlock { Level: 2 } title:
                    Close();
                    heading = TextOf(title);
                    break;
                case HeadingBlock:
                    break;
                case Table table when heading.Length == 0:
                    header.AddRange(table.OfType<TableRow>().Where(row => !row.IsHeader).Select(Line));
                    break;
                default:
                    body.Add(block is ParagraphBlock paragraph ? Paragraph(paragraph, markdown) : Html(block));
                    break;
            }
        }

        Close();
        return new PrintedDocument(header, sections);

        void Close()
        {
            if (heading.Length > 0 && body.Count > 0)
            {
                sections.Add(new PrintedSection(heading, string.Concat(body)));
            }

            body.Clear();
        }
    }

    /// <summary>A chain of whys is printed as lines, each with an arrow before it; people read it better as steps.</summary>
    private static string Paragraph(ParagraphBlock paragraph, string markdown)
    {
        var lines = markdown.Substring(paragraph.Span.Start, paragraph.Span.Length).Split('\n', StringSplitOptions.TrimEntries);
        if (!Array.Exists(lines, line => line.StartsWith(Arrow, StringComparison.Ordinal)))
        {
            return Html(paragraph);
        }

        var steps = lines.Select(line => line.StartsWith(Arrow, StringComparison.Ordinal) ? line[Arrow.Length..] : line)
            .Select(step => $"<li>{Inline(step)}</li>");
        return $"<ol class=\"chain\">{string.Concat(steps)}</ol>";
    }

    private static (string Name, string Html) Line(TableRow row) =>
        (TextOf(row.OfType<TableCell>().First()), Inside(Html(row.OfType<TableCell>().Last().First())));

    private static string TextOf(Block block)
    {
        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text) { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
        Pipeline.Setup(renderer);
        renderer.Render(block);
        return text.ToString().Trim();
    }

    private static string Html(Block block)
    {
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.Render(block);
        return html.ToString();
    }

    private static string Inline(string markdown) => Inside(Markdown.ToHtml(markdown, Pipeline));

    /// <summary>Without the paragraph around it.</summary>
    private static string Inside(string html) => html.Trim() is var text
        && text.StartsWith("<p>", StringComparison.Ordinal) && text.EndsWith("</p>", StringComparison.Ordinal)
        && !text[3..^4].Contains("<p>", StringComparison.Ordinal)
            ? text[3..^4]
            : text;
}
