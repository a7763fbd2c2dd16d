using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Cards;

/// <summary>Where a learning or an action goes, in the same words everywhere.</summary>
internal static class DestinationWords
{
    public static string Of(LearningDestination destination) => destination switch
    {
        LearningDestination.Runbook => "Runbook",
        LearningDestination.Monitoring => "Monitoring and alerts",
        LearningDestination.Testing => "Tests",
        LearningDestination.Architecture => "Architecture",
        _ => "Training",
    };
}
