using System.Collections.Frozen;
using IncidentBot.Domain;
using IncidentBot.PostMortems;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>Which form writes a section.</summary>
internal static class SectionForms
{
    private static readonly FrozenDictionary<string, ISectionForm> Forms = new Dictionary<string, ISectionForm>
    {
        [WriteUpSections.Summary] = new SummaryForm(),
        [WriteUpSections.Impact] = new ImpactForm(),
        [WriteUpSections.Whys] = new WhysForm(),
        [WriteUpSections.Factors] = new FactorForm(),
        [WriteUpSections.WentWell] = new PointsForm(
            WriteUpSections.WentWell, "What went well", "Detection, coordination, communication, recovery: what should we keep doing?",
            postMortem => postMortem.WriteUp.WentWell,
            (postMortem, points, edit) => postMortem.WriteUp.WriteWentWell(points, edit.By, edit.Now)),
        [WriteUpSections.CouldBeBetter] = new PointsForm(
            WriteUpSections.CouldBeBetter, "What could be better", "Missing alerts, missing documentation, friction, tool limits.",
            postMortem => postMortem.WriteUp.CouldBeBetter,
            (postMortem, points, edit) => postMortem.WriteUp.WriteCouldBeBetter(points, edit.By, edit.Now)),
        [WriteUpSections.Learnings] = new LearningForm(),
        [WriteUpSections.NoActions] = new NoActionsForm(),
        [WriteUpSections.Artefacts] = new ArtefactsForm(),
    }.ToFrozenDictionary();

    public static ISectionForm Find(string word) => Forms[word];

    /// <summary>Why a section can't be opened or saved; null for every section that there is.</summary>
    public static Refusal? WhyNot(string word) => Forms.ContainsKey(word)
        ? null
        : new Refusal("This part of the document no longer exists. Open the post-mortem again.");
}
