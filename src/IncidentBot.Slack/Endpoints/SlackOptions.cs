using System.ComponentModel.DataAnnotations;

namespace IncidentBot.Slack.Endpoints;

/// <summary>The settings of the app in one workspace.</summary>
public sealed class SlackOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Slack";

    /// <summary>The bot token, "xoxb-…" (OAuth and Permissions page of the app).</summary>
    public string BotToken { get; set; } = "";

    /// <summary>The signing secret (Basic Information page of the app).</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>The signing secret until now, accepted as well while it is replaced.</summary>
    public string? PreviousSigningSecret { get; set; }

    /// <summary>The Web API; another address only for a workspace that is not Slack's.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://slack.com/api/");

    /// <summary>The only origins to which response_urls may lead; Slack's own when empty.</summary>
    public IList<Uri> ResponseUrlHosts { get; } = [];

    /// <summary>The origins to which response_urls may lead.</summary>
    /// <returns>The configured ones, or Slack's own.</returns>
    public IReadOnlyList<Uri> AllowedResponseUrlHosts() =>
        ResponseUrlHosts.Count > 0 ? [.. ResponseUrlHosts] : [new("https://hooks.slack.com/")];

    /// <summary>Returns one sentence for each wrong setting, and never a secret.</summary>
    /// <param name="validationContext">Not needed: no setting depends on another.</param>
    /// <returns>The sentences.</returns>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        SlackOptionsValidator.Problems(this).Select(sentence => new ValidationResult(sentence));

    /// <summary>The secrets that a signature may be made with.</summary>
    /// <returns>The current one, then the one before.</returns>
    public IReadOnlyList<string> SigningSecrets() =>
        string.IsNullOrEmpty(PreviousSigningSecret) ? [SigningSecret] : [SigningSecret, PreviousSigningSecret];
}
