using System.Text.RegularExpressions;
using IncidentBot.Domain;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Starting;

/// <summary>Writes the app's manifest for this installation's settings: <c>incidentbot manifest https://bot.example.com</c>.</summary>
internal static partial class ManifestCommand
{
    public const string Word = "manifest";

    private const string Usage = "Give the address at which Slack reaches the service, for example: manifest https://bot.example.com";

    /// <exception cref="StartRefusedException">The address or a setting is wrong.</exception>
    public static string Run(IReadOnlyList<string> arguments, IConfiguration configuration)
    {
        if (arguments is not [var typed])
        {
            throw new StartRefusedException(Usage);
        }

        var problems = SettingsCheck.Problems(
            configuration, SettingsTable.Sections.Where(section => section.Name is IncidentsOptions.Section or PostMortemOptions.Section));
        var address = Address(typed);
        var web = configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions();
        string?[] others = [address.Refusal?.Sentence, web.AddressProblem];
        if (problems.Concat(others.OfType<string>()).ToList() is { Count: > 0 } sentences)
        {
            throw new StartRefusedException(sentences);
        }

        var incidents = configuration.GetSection(IncidentsOptions.Section).Get<IncidentsOptions>() ?? new IncidentsOptions();
        var postMortems = configuration.GetSection(PostMortemOptions.Section).Get<PostMortemOptions>() ?? new PostMortemOptions();
        return SlackManifest.Render(address.Value!, SlackRoutes.Create(incidents), postMortems.Canvas, web.Callback);
    }

    /// <summary>The address without a slash at its end, as request addresses are made from it.</summary>
    public static Result<string> Address(string typed)
    {
        var text = typed.Trim();
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            return new Refusal($"The address \"{text}\" does not start with https://. {Usage}");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.Host.Length == 0)
        {
            return new Refusal($"The address \"{text}\" is not an https address, and Slack requires https. {Usage}");
        }

        if (address.Query.Length > 0
            || address.Fragment.Length > 0
            || address.UserInfo.Length > 0
            || !PlainPath().IsMatch(address.AbsolutePath))
        {
            return new Refusal($"The address \"{text}\" may only have a host and a path. {Usage}");
        }

        return address.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    [GeneratedRegex("^[A-Za-z0-9/._~-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainPath();
}
