using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.Endpoints;

/// <summary>Validates the settings, with one sentence for each problem, and never prints a secret.</summary>
internal sealed class SlackOptionsValidator : IValidateOptions<SlackOptions>
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public static IEnumerable<string> Problems(SlackOptions options)
    {
        if (options.BotToken.Length == 0)
        {
            yield return "Slack__BotToken is missing. Set it to the Bot User OAuth Token of the app (OAuth & Permissions), "
                + "for example xoxb-123-456-abc.";
        }
        else if (!IsBotToken(options.BotToken))
        {
            yield return "Slack__BotToken is not a bot token. Copy the Bot User OAuth Token of the app (OAuth & Permissions), "
                + "which looks like xoxb-123-456-abc.";
        }

        if (options.SigningSecret.Length == 0)
        {
            yield return "Slack__SigningSecret is missing. Set it to the signing secret of the app (Basic Information), "
                + $"for example {Secret}.";
        }
        else if (HasSpace(options.SigningSecret))
        {
            yield return "Slack__SigningSecret has a space or line break in it. Copy it again (Basic Information); "
                + $"it looks like {Secret}.";
        }

        if (options.PreviousSigningSecret is { } previous && HasSpace(previous))
        {
            yield return "Slack__PreviousSigningSecret has a space or line break in it. "
                + $"Set it to the old secret, for example {Secret}, or leave it out.";
        }

        if (!IsSafe(options.ApiBaseUrl) || !options.ApiBaseUrl.AbsolutePath.EndsWith('/'))
        {
            yield return "Slack__ApiBaseUrl is not an https address that ends with a slash (http is for this machine alone). "
                + "Leave it out, or set it to one, for example https://slack.com/api/.";
        }

        foreach (var (index, _) in options.ResponseUrlHosts.Index().Where(entry => !IsSafe(entry.Item)))
        {
            yield return $"Slack__ResponseUrlHosts__{index} is not an https address (http is for this machine alone). "
                + "Leave it out, or set it to one, for example https://hooks.slack.com/.";
        }
    }

    private static bool IsBotToken(string token) =>
        (token.StartsWith("xoxb-", StringComparison.Ordinal) || token.StartsWith("xoxe.xoxb-", StringComparison.Ordinal))
        && !HasSpace(token);

    private static bool HasSpace(string text) => text.Any(char.IsWhiteSpace);

    /// <summary>The bot token and messages go there, so they are encrypted unless they stay on this machine.</summary>
    private static bool IsSafe(Uri? address) =>
        address is { IsAbsoluteUri: true, Scheme: "https" } or { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true };
}
