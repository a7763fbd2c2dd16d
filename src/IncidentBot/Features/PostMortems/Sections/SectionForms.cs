using System.Collections.Frozen;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Features.PostMortems.Preparing;

namespace IncidentBot.Features.PostMortems.Sections;

/// <summary>The parts of the document by their words, which travel in buttons and never change their meaning.</summary>
internal static class SectionForms
{
    public const string Summary = PostMortemPart.Summary;
    public const string Impact = PostMortemPart.Impact;
    public const string Whys = PostMortemPart.Whys;
    public const string Factors = "factor";
    public const string WentWell = PostMortemPart.WentWell;
    public const string CouldBeBetter = PostMortemPart.CouldBeBetter;
    public const string Learnings = "learning";
    public const string NoActions = PostMortemPart.NoActions;

    public const string Artefacts = PostMortemPart.Artefacts;

    /// <summary>Kept by another feature: only a line of the hub.</summary>
    public const string Timeline = "timeline";

    /// <summary>Kept by another feature: only a line of the hub.</summary>
    public const string Actions = "actions";

    /// <summary>Answered in threads: only a line of the hub.</summary>
    public const string Corrections = "corrections";

    private static readonly FrozenDictionary<string, ISectionForm> Forms = new Dictionary<string, ISectionForm>
    {
        [Summary] = new SummaryForm(),
        [Impact] = new ImpactForm(),
        [Whys] = new WhysForm(),
        [Factors] = new FactorForm(),
        [WentWell] = new PointsForm(
            WentWell, "What went well", "Detection, coordination, communication, recovery: what should stay as it is?",
            postMortem => postMortem.WentWell, (postMortem, points, edit) => postMortem.WriteWentWell(points, edit.By, edit.Now)),
        [CouldBeBetter] = new PointsForm(
            CouldBeBetter, "What could be better", "Missing alerts, gaps in the documentation, friction, limits of tools.",
            postMortem => postMortem.CouldBeBetter, (postMortem, points, edit) => postMortem.WriteCouldBeBetter(points, edit.By, edit.Now)),
        [Learnings] = new LearningForm(),
        [NoActions] = new NoActionsForm(),
        [Artefacts] = new ArtefactsForm(),
    }.ToFrozenDictionary();

    public static ISectionForm Find(string word) => Forms[word];

    /// <summary>Factors, learnings and chains of whys are lists of items, each with a form of its own.</summary>
    public static bool IsList(string word) => word is Factors or Learnings or Whys;

    /// <summary>What a form writes, as the record of changes calls it.</summary>
    public static string PartOf(PostMortemKey key) => key.Section switch
    {
        Whys => PostMortemPart.OfWhys(key.Item),
        Factors or Learnings => PostMortemPart.Of(key.Item),
        _ => key.Section,
    };

    /// <summary>Which line of the hub a line of the completeness list belongs to.</summary>
    public static string WordOf(DocumentSection section) => section switch
    {
        DocumentSection.Summary => Summary,
        DocumentSection.Timeline => Timeline,
        DocumentSection.Impact => Impact,
        DocumentSection.Whys or DocumentSection.StructuralGap => Whys,
        DocumentSection.Factors => Factors,
        DocumentSection.WentWell => WentWell,
        DocumentSection.CouldBeBetter => CouldBeBetter,
        DocumentSection.Learnings => Learnings,
        DocumentSection.Corrections => Corrections,
        _ => Actions,
    };
}
