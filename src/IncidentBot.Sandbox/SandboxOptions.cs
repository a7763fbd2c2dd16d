using IncidentBot.Sandbox.Stories;

namespace IncidentBot.Sandbox;

/// <summary>How the workspace and the bot reach and trust each other.</summary>
internal sealed class SandboxOptions
{
    public string BotToken { get; init; } = "xoxb-sandbox-0001";

    public string SigningSecret { get; init; } = "5a9db0c5e5f24a1b8f6a90b1c2d3e4f5";

    /// <summary>With <see cref="ClientSecret"/>: how the app proves itself when it turns a code into a token.</summary>
    public string ClientId { get; init; } = "1000000000.2000000000";

    public string ClientSecret { get; init; } = "sandbox-client-secret";

    /// <summary>Addresses that people may be sent back to with a code; anything below them too.</summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = ["http://127.0.0.1", "http://localhost"];

    /// <summary>The issuer of id tokens: the base address without the last slash.</summary>
    public string Issuer => BaseUrl.ToString().TrimEnd('/');

    /// <summary>Where the bot reaches this workspace: the base of response and upload addresses.</summary>
    public Uri BaseUrl { get; set; } = new("http://127.0.0.1:5010/");

    /// <summary>Where /slack/commands and its siblings live; nothing is delivered while it is null.</summary>
    public Uri? BotBaseUrl { get; set; }

    /// <summary>The way to the bot when it is not the network, as in tests.</summary>
    public HttpMessageHandler? BotHttpHandler { get; set; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public SandboxAppConfig App { get; init; } = SandboxAppConfig.IncidentBot;

    /// <summary>Slack allows about one post per second and channel, with short bursts.</summary>
    public bool LimitPosting { get; set; } = true;

    /// <summary>Lets other processes on this machine act in the workspace through /control.</summary>
    public bool ControlApi { get; init; }

    /// <summary>The steps that the page shows to newcomers; none without.</summary>
    public IReadOnlyList<StoryStep> Tour { get; init; } = [];

    /// <summary>Serves the page where people act; a host that only programs use starts faster without.</summary>
    public bool Page { get; init; } = true;

    /// <summary>Real time: it measures the bot, not the story.</summary>
    public TimeSpan AcknowledgementLimit { get; init; } = SlacksLimit;

    /// <summary>How long Slack itself waits.</summary>
    public static TimeSpan SlacksLimit { get; } = TimeSpan.FromSeconds(3);
}
