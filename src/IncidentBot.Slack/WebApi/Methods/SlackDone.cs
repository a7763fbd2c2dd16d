namespace IncidentBot.Slack.WebApi;

/// <summary>The response of a method that returns nothing but "ok".</summary>
public sealed record SlackDone;
