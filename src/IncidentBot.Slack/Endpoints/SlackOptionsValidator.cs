using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.Endpoints;

/// <summary>Says what is wrong with the settings, one sentence each, without ever printing a secret.</summary>
internal sealed class SlackOptionsValidator : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(SlackOptions options)
    {
        if (options.BotToken.Length == 0)
        {
            yield return "Slack:BotToken is missing: set it to the bot token of the app (OAuth & Permissions, \"Bot User OAuth Token\").";
        }
        else if (!IsBotToken(options.BotToken))
        {
            yield return "Slack:BotToken is not a bot token: it begins with \"xoxb-\" and has no spaces.";
        }

        if (options.SigningSecret.Length == 0)
        {
            yield return "Slack:SigningSecret is missing: set it to the signing secret of the app (Basic Information).";
        }
        else if (HasSpace(options.SigningSecret))
        {
            yield return "Slack:SigningSecret has a space or line break in it: copy it again.";
        }

        if (options.PreviousSigningSecret is { } previous && HasSpace(previous))
        {
            yield return "Slack:PreviousSigningSecret has a space or line break in it: copy it again.";
        }

        if (!IsWeb(options.ApiBaseUrl) || !options.ApiBaseUrl.AbsolutePath.EndsWith('/'))
        {
            yield return "Slack:ApiBaseUrl is no http or https address that ends with a slash.";
        }

        if (!options.ResponseUrlHosts.All(IsWeb))
        {
            yield return "Slack:ResponseUrlHosts has an entry that is no http or https address.";
        }
    }

    private static bool IsBotToken(string token) =>
        (token.StartsWith("xoxb-", StringComparison.Ordinal) || token.StartsWith("xoxe.xoxb-", StringComparison.Ordinal)) && !HasSpace(token);

    private static bool HasSpace(string text) => text.Any(char.IsWhiteSpace);

    private static bool IsWeb(Uri? address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
