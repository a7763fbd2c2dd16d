namespace IncidentBot.Slack.WebApi;

/// <summary>The answer of a method that says nothing but "ok".</summary>
public sealed record SlackDone;
