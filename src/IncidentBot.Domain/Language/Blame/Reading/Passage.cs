using IncidentBot.Domain.Language.Blame.Packs;

namespace IncidentBot.Domain.Language.Blame.Reading;

/// <summary>A parsed text: its words, its sentences, and the people in it.</summary>
internal sealed class Passage
{
    private readonly List<Token> tokens;

    public Passage(string text, BlameField field, PeoplePresent present, LanguagePack pack)
    {
        (Text, Field, Pack) = (text, field, pack);
        tokens = new Tokenizer(pack).Read(text);
        Sentences = [.. Divide()];
        Names = new NameReader(this, present);
        People = new PersonReader(this);
        Subjects = new SubjectReader(this, People);
    }

    public string Text { get; }

    public BlameField Field { get; }

    public LanguagePack Pack { get; }

    public IReadOnlyList<Token> Tokens => tokens;

    public List<Sentence> Sentences { get; }

    public NameReader Names { get; }

    public PersonReader People { get; }

    public SubjectReader Subjects { get; }

    /// <summary>Excludes quoted words from the check.</summary>
    public void Quote(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            tokens[i] = tokens[i] with { Kind = TokenKind.Quoted, Lower = "", Classes = UInt128.Zero, Forms = VerbForms.None };
        }
    }

    /// <summary>One past the last token of the line.</summary>
    public int EndOfLine(int from)
    {
        var to = from;
        while (to < tokens.Count && tokens[to].Text != "\n")
        {
            to++;
        }

        return to;
    }

    /// <summary>True at full stops, question marks, semicolons and ends of lines.</summary>
    private static bool Ends(in Token token) => token.Kind == TokenKind.Mark && token.Text is "." or "!" or "?" or ";" or "\n" or "…";

    private IEnumerable<Sentence> Divide()
    {
        var from = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && !Ends(tokens[i]))
            {
                continue;
            }

            if (i > from)
            {
                yield return new Sentence(from, i, FirstWord(from, i));
            }

            from = i + 1;
        }
    }

    /// <summary>The first token after time stamps, bullets and list numbers.</summary>
    private int FirstWord(int from, int to)
    {
        var at = from;
        while (at < to && (tokens[at].Kind == TokenKind.Mark || IsStamp(at)))
        {
            at++;
        }

        return at < to ? at : from;
    }

    private bool IsStamp(int at) =>
        (tokens[at].Kind == TokenKind.Number && (tokens[at].Text.Contains(':', StringComparison.Ordinal) || IsListNumber(at)))
        || (at > 0 && tokens[at - 1].Kind == TokenKind.Number
            && tokens[at].Text is "UTC" or "CET" or "CEST" or "GMT" or "BST" or "IST" or "JST" or "EST" or "EDT" or "PST" or "PDT" or "Z"
                or "h" or "am" or "pm");

    private bool IsListNumber(int at) => at + 1 < tokens.Count && tokens[at + 1].Text is ")" or ":" or "-";
}
