using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace IncidentBot.Sandbox.Delivery;

/// <summary>Verifies an app's request URLs as Slack does: url_verification, and the certificate probe of commands.</summary>
internal sealed class BotVerification(BotClient bot)
{
    /// <summary>Null when both responses are as documented; otherwise the problem.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellationToken = default)
    {
        var challenge = Guid.NewGuid().ToString("N");
        var body = new JsonObject { ["token"] = Payloads.VerificationToken, ["challenge"] = challenge, ["type"] = "url_verification" };
        var answer = await bot.SendAsync(
            new BotRequest(
                "slack/events", "url_verification", "url_verification", "application/json", Encoding.UTF8.GetBytes(Json.ToText(body))),
            cancellationToken);
        if (!answer.Ok || !Repeats(answer.Body, challenge))
        {
            return $"/slack/events did not answer the challenge ({answer.Failure ?? "another body"}).";
        }

        var probe = await bot.SendAsync(
            BotRequest.Form("slack/commands", "ssl_check", "ssl_check", [new("token", Payloads.VerificationToken), new("ssl_check", "1")]),
            cancellationToken);
        return probe.Ok && probe.Body.Length == 0 ? null : $"/slack/commands did not answer ssl_check ({probe.Failure ?? "another body"}).";
    }

    /// <summary>As plain text, as a form field or as JSON.</summary>
    private static bool Repeats(string body, string challenge) =>
        body == challenge
        || QueryHelpers.ParseQuery(body).GetValueOrDefault("challenge") == challenge
        || (body.StartsWith('{') && Json.Parse(body).Text("challenge") == challenge);
}
