using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.PostMortems;

/// <summary>The keys of the write-up's sections, which are part of button values and never change.</summary>
internal static class WriteUpSections
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

    /// <summary>Edited by another feature; only a line of the overview.</summary>
    public const string Timeline = "timeline";

    /// <summary>Edited by another feature; only a line of the overview.</summary>
    public const string Actions = "actions";

    /// <summary>Answered in threads: only a line of the overview.</summary>
    public const string Corrections = "corrections";

    /// <summary>Factors, learnings and chains of whys are lists of items, each with a form of its own.</summary>
    public static bool IsList(string word) => word is Factors or Learnings or Whys;

    /// <summary>What a form writes, as the record of changes calls it.</summary>
    public static string PartOf(PostMortemKey key) => key.Section switch
    {
        Whys => PostMortemPart.OfWhys(key.Item),
        Factors or Learnings => PostMortemPart.Of(key.Item),
        _ => key.Section,
    };

    /// <summary>Which line of the overview a line of the completeness list belongs to.</summary>
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
