using System.Collections.Frozen;
using IncidentBot.Domain;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>How a section is printed, and the form that writes it.</summary>
/// <param name="Print">Its text as Markdown; empty when there is nothing to print.</param>
/// <param name="Form">Null for a section that is written elsewhere, or that follows from other data.</param>
internal sealed record SectionRow(Func<WriteUpDocument, string> Print, ISectionForm? Form = null)
{
    /// <summary>The heading, if it differs from the section's label.</summary>
    public Func<WriteUpDocument, string>? Heading { get; init; }
}

/// <summary>The form and the printed text of each section in <see cref="WriteUpSections"/>.</summary>
internal static class SectionTable
{
    private static readonly FrozenDictionary<DocumentSection, SectionRow> Rows = new Dictionary<DocumentSection, SectionRow>
    {
        [DocumentSection.Summary] = new(
            PrintedSections.Summary,
            new TextForm(
                "summary",
                "Summary",
                "What happened, when, and what was the impact?",
                view => view.Summary,
                (document, text, edit) => document.WriteSummary(text, edit.By, edit.Now))
            {
                Limit = PostMortemLimits.Summary,
                Hint = "Two or three sentences. Many people read only this.",
                ReadAs = BlameField.Summary,
            }),
        [DocumentSection.Impact] = new(PrintedSections.Impact, new ImpactForm()),
        [DocumentSection.Milestones] = new(WriteUpTables.Milestones),
        [DocumentSection.Timeline] = new(WriteUpTables.Timeline),
        [DocumentSection.Gaps] = new(PrintedSections.Gaps),
        [DocumentSection.StructuralGap] = new(PrintedSections.StructuralGap) { Heading = writeUp => writeUp.GapTitle },
        [DocumentSection.Whys] = new(PrintedSections.Whys, new WhysForm()),
        [DocumentSection.Factors] = new(PrintedSections.Factors, new FactorForm()),
        [DocumentSection.WentWell] = new(
            writeUp => PrintedSections.Points(writeUp.Document.WentWell),
            new PointsForm(
                PostMortemPart.WentWell,
                WriteUpSections.Of(DocumentSection.WentWell).Label,
                "Detection, coordination, communication, recovery: what should we keep doing?",
                document => document.WentWell,
                (document, points, edit) => document.WriteWentWell(points, edit.By, edit.Now))),
        [DocumentSection.CouldBeBetter] = new(
            writeUp => PrintedSections.Points(writeUp.Document.CouldBeBetter),
            new PointsForm(
                PostMortemPart.CouldBeBetter,
                WriteUpSections.Of(DocumentSection.CouldBeBetter).Label,
                "Missing alerts, missing documentation, friction, tool limits.",
                document => document.CouldBeBetter,
                (document, points, edit) => document.WriteCouldBeBetter(points, edit.By, edit.Now))),
        [DocumentSection.Learnings] = new(PrintedSections.Learnings, new LearningForm()),
        [DocumentSection.Actions] = new(WriteUpTables.Actions),
        [DocumentSection.Prevention] = new(PrintedSections.Prevention),
        [DocumentSection.FollowUp] = new(PrintedSections.FollowUp),
        [DocumentSection.Parked] = new(PrintedSections.Parked),
    }.ToFrozenDictionary();

    /// <summary>The forms that the overview opens and that belong to no section.</summary>
    private static readonly FrozenDictionary<string, ISectionForm> OtherForms = new Dictionary<string, ISectionForm>
    {
        [PostMortemPart.NoActions] = new TextForm(
            "reason",
            "No action items",
            "Why is no action needed?",
            view => view.PostMortem.WriteUp.NoActionsReason,
            (document, text, edit) => document.ExplainNoActions(text, edit.By, edit.Now))
        {
            Limit = PostMortemLimits.Reason,
            Hint = $"{HarmWords.NoActions} The reason is printed in the write-up; clear the field to remove it.",
        },
        [PostMortemPart.Artefacts] = new ArtefactsForm(),
    }.ToFrozenDictionary();

    /// <summary>A section as it is printed.</summary>
    public static (string Heading, string Body) Print(DocumentSection section, WriteUpDocument writeUp)
    {
        var row = Rows[section];
        return (MarkdownText.Line(row.Heading?.Invoke(writeUp) ?? WriteUpSections.Of(section).Label), row.Print(writeUp));
    }

    /// <summary>The form for the section word in a button.</summary>
    public static ISectionForm FormOf(string word) => Find(word) ?? throw new ArgumentException($"No form writes {word}.", nameof(word));

    /// <summary>Refuses a section word that no form has, such as one from an old button; null for all others.</summary>
    public static Refusal? RefuseUnknown(string word) => Find(word) is null
        ? new Refusal("This section no longer exists. Open the post-mortem again.")
        : null;

    private static ISectionForm? Find(string word) =>
        WriteUpSections.Find(word) is { } section ? Rows[section.Id].Form : OtherForms.GetValueOrDefault(word);
}
