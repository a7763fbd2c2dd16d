namespace IncidentBot.Slack.Handlers;

/// <summary>An event that is not in the format that Slack sends; trying again cannot help.</summary>
/// <param name="reason">What is wrong with it.</param>
public sealed class UnreadableEventException(Exception reason) : Exception("The event is not in the format that Slack sends.", reason);
