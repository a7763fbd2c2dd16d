using IncidentBot.Cards;
using IncidentBot.Domain.Causes;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Causes;

/// <summary>The page of one class: its words, its incidents, its history, and what can be done with it.</summary>
internal static class CauseClassModal
{
    public const string CallbackId = "cause_class";

    public const int MostShown = 15;
    public const int MostToSplit = 100;

    private const int MostHistory = 20;
    private const int LongestGap = 150;
    private const int LongestChange = 300;

    /// <summary>The fields, named as in the refusals of the domain.</summary>
    internal static class Fields
    {
        public const string Name = "name";
        public const string Sentence = "sentence";
        public const string Synonyms = "synonyms";
        public const string MergeInto = "merge_into";
        public const string SplitGaps = "split_gaps";
        public const string SplitName = "split_name";
    }

    public static Modal Render(CausePage page) => new("Cause class")
    {
        CallbackId = CallbackId,
        PrivateMetadata = page.Class.Id.ToString("N"),
        Submit = "Save",
        Close = "Back",
        Blocks = [.. Words(page.Class), .. Incidents(page), .. Merge(page), .. Split(page), .. History(page.Class)],
    };

    private static IEnumerable<Block> Words(CauseClass cause)
    {
        yield return new InputBlock(Fields.Name, "Name", new PlainTextInput("value")
        {
            InitialValue = cause.Name,
            MaxLength = CauseClass.NameLimit,
        })
        { Hint = "Everyone sees it. Name the kind of gap, not one incident." };
        yield return new InputBlock(Fields.Sentence, "What belongs here?", new PlainTextInput("value")
        {
            InitialValue = cause.Sentence.Length > 0 ? cause.Sentence : null,
            MaxLength = CauseClass.SentenceLimit,
        })
        { Optional = true, Hint = "One sentence that tells this class from similar ones." };
        yield return new InputBlock(Fields.Synonyms, "Synonyms", new PlainTextInput("value")
        {
            Multiline = true,
            InitialValue = cause.Synonyms.Count > 0 ? string.Join('\n', cause.Synonyms) : null,
        })
        { Optional = true, Hint = "Other words for it, one per line. A gap that uses one of them is suggested this class." };
    }

    private static IEnumerable<Block> Incidents(CausePage page)
    {
        var shown = page.Uses.Take(MostShown).ToList();
        yield return new SectionBlock(Mrkdwn.Join(
            "\n", [Mrkdwn.Raw(page.Incidents == 0 ? "*No incidents yet*" : "*Incidents*"), .. shown.Select(Line)]));
        var more = page.Incidents - page.Hidden - shown.Select(use => use.Number).Distinct().Count();
        if (more > 0 || page.Hidden > 0)
        {
            string[] left = [more > 0 ? $"{more} older" : "", page.Hidden > 0 ? $"{page.Hidden} private" : ""];
            yield return new ContextBlock(Mrkdwn.Text($"And {string.Join(", ", left.Where(each => each.Length > 0))}"));
        }
    }

    private static Mrkdwn Line(CauseUse use) => Mrkdwn.Join(
        " · ",
        [
            Mrkdwn.Text($"• Incident {use.Number}: {Mrkdwn.Escape(use.Gap, LongestGap)}"),
            use.Actions > 0 ? Mrkdwn.Text($"{use.ActionsDone} of {use.Actions} actions done") : Mrkdwn.Empty,
        ]);

    private static IEnumerable<Block> Merge(CausePage page)
    {
        var others = page.All.Active.Where(each => each.Id != page.Class.Id).Take(OptionGroup.MaxOptions)
            .Select(each => new Option(each.Name, each.Id.ToString("N"))).ToList();
        if (others.Count > 0)
        {
            yield return new InputBlock(Fields.MergeInto, "Merge into", new StaticSelect("value") { Options = others })
            {
                Optional = true,
                Hint = "All incidents of this class then count for the other one, from the beginning.",
            };
        }
    }

    private static IEnumerable<Block> Split(CausePage page)
    {
        if (page.Uses.Count == 0)
        {
            yield break;
        }

        yield return new InputBlock(Fields.SplitGaps, "Split off", new MultiStaticSelect("value")
        {
            Options = [.. page.Uses.Select(use => new Option(OptionText(use), CauseUseKey.Write(use)))],
        })
        { Optional = true, Hint = "Choose the incidents that belong to another class." };
        yield return new InputBlock(Fields.SplitName, "Class for them", new PlainTextInput("value") { MaxLength = CauseClass.NameLimit })
        {
            Optional = true,
            Hint = "A new name, or the name of another class.",
        };
    }

    private static IEnumerable<Block> History(CauseClass cause)
    {
        var newest = cause.History.Reverse().Take(MostHistory).Select(change => Mrkdwn.Text(
            $"{Mrkdwn.Date(change.At)} {Mrkdwn.Escape(change.What, LongestChange)} _by_ {Mrkdwn.User(change.By.Value)}"));
        yield return new SectionBlock(Mrkdwn.Raw($"*{HistoryModal.Label}*"));
        foreach (var line in newest)
        {
            yield return new ContextBlock(line);
        }
    }

    private static string OptionText(CauseUse use) => FormattableString.Invariant($"Incident {use.Number}: {use.Title}");
}
