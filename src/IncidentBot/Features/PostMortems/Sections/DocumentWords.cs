using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Features.PostMortems.Sections;

/// <summary>The words of the document's lists, the same in forms and in the write-up.</summary>
internal static class DocumentWords
{
    public static string Of(FactorCategory category) => category switch
    {
        FactorCategory.Technical => "Technical",
        FactorCategory.Process => "Process",
        FactorCategory.Communication => "Communication",
        _ => "Environment",
    };

    public static string Of(FactorEffect effect) => effect switch
    {
        FactorEffect.Possible => "Made it possible",
        FactorEffect.Worse => "Made it worse",
        FactorEffect.Detection => "Made it harder to notice",
        _ => "Made it harder to fix",
    };

    public static string Of(LearningDestination destination) => destination switch
    {
        LearningDestination.Runbook => "Runbook",
        LearningDestination.Monitoring => "Monitoring and alerts",
        LearningDestination.Testing => "Tests",
        LearningDestination.Architecture => "Architecture",
        _ => "Training",
    };
}
