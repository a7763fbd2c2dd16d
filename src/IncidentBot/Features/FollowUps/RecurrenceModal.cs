using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.FollowUps;

/// <summary>The form that asks for the later incident, and what happened again.</summary>
internal static class RecurrenceModal
{
    private const int MostOffered = 50;

    internal static class Blocks
    {
        public const string Incident = "incident";
        public const string Sentence = "sentence";
    }

    public static Modal Render(PostMortemView view, IReadOnlyList<LaterIncident> since, string overviewId = "") => new("It happened again")
    {
        CallbackId = FollowUpActions.CameBack,
        PrivateMetadata = ButtonValue.WriteForm(FollowUpKey.Value(view.PostMortem), overviewId),
        Submit = "Save",
        Close = "Cancel",
        Blocks = [new SectionBlock(Mrkdwn.Text($"*{IncidentWords.Title(view.Incident)}*")), .. IncidentField(since), SentenceField()],
    };

    public static (FollowUpKey Key, string OverviewId) Read(string metadata)
    {
        var parts = ButtonValue.Read(metadata, ButtonValue.InForms);
        return (FollowUpKey.Read(FollowUpActions.CameBack, parts.Text()), parts.Text(1));
    }

    public static RecurrenceInput Read(ViewState state, int seen) => new(
        RecurrenceVerdict.CameBack,
        seen,
        state.Text(Blocks.Sentence),
        int.TryParse(state.SelectedOption(Blocks.Incident), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null);

    /// <summary>Newest first; empty when there are no later incidents.</summary>
    private static IEnumerable<Block> IncidentField(IReadOnlyList<LaterIncident> since)
    {
        if (since.Count > 0)
        {
            yield return new InputBlock(
                Blocks.Incident,
                "Which incident?",
                new StaticSelect("value") { Options = [.. since.Reverse().Take(MostOffered).Select(Option)] })
            {
                Optional = true,
                Hint = "Leave empty if it's none of these.",
            };
        }
    }

    private static Option Option(LaterIncident each)
    {
        var number = each.Number.ToString(CultureInfo.InvariantCulture);
        return new Option($"Incident {number}: {each.Title}", number);
    }

    private static InputBlock SentenceField() => new(Blocks.Sentence, "What happened again?", new PlainTextInput("value")
    {
        Multiline = true,
        MaxLength = PostMortemLimits.Reason,
        Placeholder = "The pool was too small again, this time in search",
    })
    {
        Hint = FollowUpWords.ReopenHint,
    };
}
