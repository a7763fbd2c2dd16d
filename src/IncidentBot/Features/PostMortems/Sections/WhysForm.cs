using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.PostMortems.Sections;

/// <summary>One chain from what anybody could see to the gap most worth closing; always one more why than is written.</summary>
internal sealed class WhysForm : ISectionForm
{
    private const string Symptom = "symptom";
    private const string Gap = "gap";
    private const string Checks = "checks";
    private const int Usual = 5;

    private static readonly Option AnyAuthor = new("It would have been true whoever shipped the change", "anyone");
    private static readonly Option Engineering = new("The team can change it with engineering work", "engineering");

    public string Title => "5 Whys";

    public IEnumerable<Block> Render(Dossier dossier, Guid item)
    {
        var chain = dossier.PostMortem.WhyChains.FirstOrDefault(chain => chain.Id == item) ?? WhyChain.Empty;
        yield return new ContextBlock(Mrkdwn.Raw(PrimeDirective.KeyInsight));
        yield return Line(Symptom, "What could anybody see fail?", chain.StartSymptom is { Length: > 0 } seen ? seen : IsUntouched(dossier, item) ? dossier.Incident.WhatUsersSee : null);
        for (var step = 0; step < Math.Min(PostMortemLimits.Points, Math.Max(Usual, chain.Whys.Count + 1)); step++)
        {
            yield return Line(FieldOf(step), step == 0 ? "Why did the system allow this?" : "And why was that so?", chain.Whys.ElementAtOrDefault(step));
        }

        yield return Line(Gap, "So the gap most worth closing is", chain.StructuralGap) with
        {
            Hint = "One sentence about the system. If it ends with what somebody did not do, ask once more.",
        };
        Option[] ticked = [.. Ticked(chain)];
        yield return new InputBlock(Checks, "Check it", new Checkboxes("value") { Options = [AnyAuthor, Engineering], InitialOptions = ticked })
        {
            Optional = true,
        };
    }

    public Result Write(PostMortem postMortem, ViewState state, SectionEdit edit) => postMortem.WriteWhyChain(
        new WhyChain(
            state.Text(Symptom),
            [.. Enumerable.Range(0, PostMortemLimits.Points).Select(step => state.Text(FieldOf(step)))],
            state.Text(Gap),
            state.Checked(Checks, AnyAuthor.Value),
            state.Checked(Checks, Engineering.Value))
        { Id = edit.Item },
        edit.By,
        edit.Now);

    private static bool IsUntouched(Dossier dossier, Guid item) =>
        item == WhyChain.First && dossier.PostMortem.LastChangeOf(PostMortemPart.Whys) is null;

    private static IEnumerable<Option> Ticked(WhyChain chain)
    {
        if (chain.TrueWhoeverShippedIt)
        {
            yield return AnyAuthor;
        }

        if (chain.FixableByEngineering)
        {
            yield return Engineering;
        }
    }

    private static string FieldOf(int step) => string.Create(CultureInfo.InvariantCulture, $"why_{step + 1}");

    private static InputBlock Line(string field, string label, string? written) => new(field, label, new PlainTextInput("value")
    {
        Multiline = true,
        MaxLength = PostMortemLimits.Point,
        InitialValue = string.IsNullOrEmpty(written) ? null : written,
    })
    {
        Optional = true,
    };
}
