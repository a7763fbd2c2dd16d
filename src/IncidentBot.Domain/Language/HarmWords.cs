namespace IncidentBot.Domain.Language;

/// <summary>Why some habits harm, said in one sentence where each of them happens.</summary>
public static class HarmWords
{
    /// <summary>Beside the limit of action items.</summary>
    public const string TooManyActions = "A long list hides the few that matter, and most of it is never done.";

    /// <summary>Where someone says why there is none.</summary>
    public const string NoActions = "Without a change, the same incident can happen again.";

    /// <summary>Where an action has no owner.</summary>
    public const string NoOwner = "What belongs to everyone is done by no one.";

    /// <summary>Where follow-up is planned, and where it is left undone.</summary>
    public const string NoFollowUp = "Without follow-up, actions drift and people stop believing in post-mortems.";

    /// <summary>Where the post-mortem of a small incident is waived.</summary>
    public const string OnlyBigIncidents = "Small incidents often share their causes with big ones, and cost less to learn from.";
}
