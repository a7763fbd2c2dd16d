using System.Globalization;
using IncidentBot.Domain.Language.Blame.Packs;

namespace IncidentBot.Domain.Language.Blame.Reading;

/// <summary>Finds the names of the people present; a word that is also a name counts only where the grammar says so.</summary>
internal sealed class NameReader
{
    private readonly Passage passage;
    private readonly PeoplePresent present;
    private readonly WordClasses classes;
    private readonly Dictionary<int, int> startsByEnd = [];

    public NameReader(Passage passage, PeoplePresent present)
    {
        (this.passage, this.present, classes) = (passage, present, passage.Pack.Classes);
        foreach (var sentence in passage.Sentences)
        {
            Find(sentence);
        }
    }

    /// <summary>First and last token of each name or mention, in order.</summary>
    public IEnumerable<(int From, int Last)> All => startsByEnd.Select(name => (name.Value, name.Key)).Order();

    /// <summary>The first token of the name that ends here, or -1.</summary>
    public int StartOf(int last) => startsByEnd.GetValueOrDefault(last, -1);

    private IReadOnlyList<Token> Tokens => passage.Tokens;

    private void Find(Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            var last = Last(sentence, i);
            if (last >= i)
            {
                startsByEnd[last] = i;
                i = last;
            }
        }
    }

    /// <summary>The last token of the name that begins here, or -1.</summary>
    private int Last(Sentence sentence, int i)
    {
        var token = Tokens[i];
        if (token.Kind == TokenKind.Mention)
        {
            return IsAccount(sentence, i) ? -1 : i;
        }

        if (token.Kind != TokenKind.Word || !(present.IsName(token.Text) || present.IsHandle(token.Text)))
        {
            return -1;
        }

        var next = i + 1;
        if (next < sentence.To && present.AreOneName(token.Text, Tokens[next].Text) && (token.IsCapital || !IsOrdinary(token)))
        {
            return next;
        }

        if (IsDate(sentence, i))
        {
            return -1;
        }

        if (!token.IsCapital && !present.IsHandle(token.Text) && i > sentence.From && Tokens[i - 1].Is(classes.Determiner)
            && !Tokens[i - 1].Is(classes.Relative))
        {
            return -1;
        }

        var context = new NameContext(Tokens, sentence, i, classes);
        return !IsOrdinary(token) || IsCoordinated(sentence, i) || context.IsPerson(passage.Field) ? i : -1;
    }

    /// <summary>"@AcmeStatus", "our tweets as @acme", "@acme on Twitter": the account of a product.</summary>
    private bool IsAccount(Sentence sentence, int i)
    {
        var handle = Tokens[i].Text;
        if (handle[0] != '@' || present.IsHandle(handle[1..]))
        {
            return false;
        }

        var near = Math.Max(sentence.From, i - 3);
        return ServiceAccounts.IsLikely(handle)
            || Enumerable.Range(near, i - near).Any(at => Tokens[at].Is(classes.SocialNetwork))
            || (i + 2 < sentence.To && Tokens[i + 1].Is(classes.Preposition)
                && (Tokens[i + 2].Is(classes.SocialNetwork) || Tokens[i + 2].Text is "X"));
    }

    /// <summary>"4 June", "June 4th", "the 4th of June"; a time before a name is no day.</summary>
    private bool IsDate(Sentence sentence, int i)
    {
        if (!Tokens[i].Is(classes.MonthName | classes.MonthShort))
        {
            return false;
        }

        var before = i - 1 > sentence.From && Tokens[i - 1].Is(classes.Preposition) && !IsDay(i - 1) ? i - 2 : i - 1;
        return (before >= sentence.From && IsDay(before)) || (i + 1 < sentence.To && IsDay(i + 1));
    }

    private bool IsDay(int at)
    {
        const int longestMonth = 31;
        var text = Tokens[at].Text.AsSpan().TrimEnd("stndrh");
        return Tokens[at].Kind == TokenKind.Number && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && day is >= 1 and <= longestMonth;
    }

    private bool IsOrdinary(in Token token) =>
        token.Is(classes.WordName | classes.BrandName | classes.MonthName | classes.ModalName);

    /// <summary>"Will and Grace": two names, both written as names.</summary>
    private bool IsCoordinated(Sentence sentence, int i) => IsOtherName(sentence, i, 1) || IsOtherName(sentence, i, -1);

    private bool IsOtherName(Sentence sentence, int i, int step)
    {
        var (link, other) = (i + step, i + (2 * step));
        return link > sentence.From && link < sentence.To - 1 && other >= sentence.From && other < sentence.To
            && (Tokens[link].Is(classes.Conjunction) || Tokens[link].Text is "&" or "+")
            && Tokens[i].IsCapital && Tokens[other].IsCapital && present.IsName(Tokens[other].Text) && !Tokens[other].IsAllCaps;
    }
}
