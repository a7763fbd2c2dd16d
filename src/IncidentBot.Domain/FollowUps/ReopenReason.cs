namespace IncidentBot.Domain.FollowUps;

/// <summary>
/// Why the structural gap is open again: an action that should have closed it didn't work, or the incident happened again.
/// </summary>
/// <param name="Key">What it is about, so that reporting it again replaces it: the id of the action, or <see cref="CameBack"/>.</param>
/// <param name="At">When it was reported, UTC.</param>
/// <param name="By">Who reported it.</param>
/// <param name="Action">The text of the action that did not work; null when the incident happened again.</param>
/// <param name="Sentence">What is still missing, or what happened again.</param>
/// <param name="IncidentNumber">The later incident; null when none was chosen.</param>
public sealed record ReopenReason(string Key, DateTimeOffset At, PersonId By, string? Action, string Sentence, int? IncidentNumber = null)
{
    /// <summary>The key of "it happened again".</summary>
    public const string CameBack = "came_back";

    /// <summary>The key of an action that did not work.</summary>
    /// <param name="actionItemId">The action.</param>
    public static string Of(Guid actionItemId) => actionItemId.ToString("N");
}
