using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Forms.Wording;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>One chain from the first visible symptom to the structural gap, with an empty field for one more why.</summary>
internal sealed class WhysForm : ISectionForm
{
    private const string Symptom = "symptom";
    private const string Gap = CauseField.Gap;
    private const string Narrative = "narrative";
    private const string Checks = "checks";
    private const string WhyField = "why_";
    private const int UsualWhys = 5;

    private static readonly Option AnyAuthor = new("True no matter who shipped the change", "anyone");
    private static readonly Option Engineering = new("Fixable with engineering work", "engineering");

    public string Title => "5 Whys";

    public IReadOnlyList<ReviewedField> ReviewedFields { get; } =
    [
        .. Enumerable.Range(0, PostMortemLimits.Points).Select(FieldOf).Append(Gap).Append(Narrative)
            .Select(field => new ReviewedField(field, BlameField.Cause) { ExtraField = NextWhy }),
    ];

    public IEnumerable<Block> Render(PostMortemView postMortemView, Guid item)
    {
        var chain = postMortemView.PostMortem.WriteUp.WhyChains.FirstOrDefault(chain => chain.Id == item) ?? WhyChain.Empty;
        yield return new ContextBlock(Mrkdwn.Raw(PrimeDirective.KeyInsight));
        foreach (var earlier in postMortemView.Earlier)
        {
            yield return earlier.Block();
        }

        yield return Line(
            Symptom,
            "What was the first visible symptom?",
            chain.StartSymptom is { Length: > 0 } seen
                ? seen
                : IsUntouched(postMortemView, item) ? postMortemView.Incident.WhatUsersSee : null);
        for (var step = 0; step < Math.Min(PostMortemLimits.Points, Math.Max(UsualWhys, chain.Whys.Count + 1)); step++)
        {
            yield return Why(step, chain.Whys.ElementAtOrDefault(step));
        }

        yield return Line(Gap, "Which structural gap is most worth closing?", chain.StructuralGap) with
        {
            Hint = "One sentence about the system. If it ends with what someone didn't do, ask why again.",
        };
        var key = new PostMortemKey(postMortemView.Number, PostMortemPart.Whys, item);
        foreach (var block in CauseField.Render(key, postMortemView.Causes.GetValueOrDefault(item), postMortemView.SuggestedCauses))
        {
            yield return block;
        }

        yield return Line(Narrative, "More detail", chain.Narrative, PostMortemLimits.Section);
        Option[] ticked = [.. Ticked(chain)];
        yield return new InputBlock(
            Checks, "Checks", new Checkboxes("value") { Options = [AnyAuthor, Engineering], InitialOptions = ticked })
        {
            Optional = true,
        };
    }

    public Result Write(PostMortem postMortem, ViewState state, SectionEdit edit) => postMortem.WriteUp.WriteWhyChain(
        new WhyChain(
            state.Text(Symptom),
            [.. Enumerable.Range(0, PostMortemLimits.Points).Select(step => state.Text(FieldOf(step)))],
            state.Text(Gap),
            state.Checked(Checks, AnyAuthor.Value),
            state.Checked(Checks, Engineering.Value))
        { Id = edit.Item, Narrative = state.Text(Narrative) },
        edit.By,
        edit.Now);

    private static bool IsUntouched(PostMortemView postMortemView, Guid item) =>
        item == WhyChain.First && postMortemView.PostMortem.LastChangeOf(PostMortemPart.Whys) is null;

    private static IEnumerable<Option> Ticked(WhyChain chain)
    {
        if (chain.TrueForAnyAuthor)
        {
            yield return AnyAuthor;
        }

        if (chain.FixableByEngineering)
        {
            yield return Engineering;
        }
    }

    /// <summary>One more field, if all shown ones are filled in and the limit is not reached.</summary>
    private static InputBlock? NextWhy(ViewInfo view)
    {
        var step = view.InputBlockIds.Count(id => id.StartsWith(WhyField, StringComparison.Ordinal));
        var hasEmptyField = view.InputBlockIds.Any(
            id => id.StartsWith(WhyField, StringComparison.Ordinal) && view.State.Text(id).Length == 0);
        return hasEmptyField || step >= PostMortemLimits.Points ? null : Why(step, null);
    }

    private static InputBlock Why(int step, string? written) =>
        Line(FieldOf(step), step == 0 ? "Why did the system allow this?" : "Why?", written);

    private static string FieldOf(int step) => string.Create(CultureInfo.InvariantCulture, $"{WhyField}{step + 1}");

    private static InputBlock Line(string field, string label, string? written, int most = PostMortemLimits.Point) =>
        new(field, label, new PlainTextInput("value")
        {
            Multiline = true,
            MaxLength = most,
            InitialValue = string.IsNullOrEmpty(written) ? null : written,
        })
        {
            Optional = true,
        };
}
