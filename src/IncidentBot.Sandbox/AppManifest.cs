using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox;

/// <summary>
/// Reads an app's manifest (https://docs.slack.dev/reference/app-manifest) when the app is installed. It supports only the YAML of
/// our manifest, one entry on each line, because the sandbox uses no packages.
/// </summary>
internal static partial class AppManifest
{
    public static SandboxAppConfig Installed()
    {
        using var stream = typeof(AppManifest).Assembly.GetManifestResourceStream("slack-manifest.yml")
            ?? throw new InvalidOperationException("slack-manifest.yml is missing from the build.");
        using var yaml = new StreamReader(stream);
        return Read(yaml.ReadToEnd());
    }

    public static SandboxAppConfig Read(string yaml)
    {
        var lines = yaml.Split('\n', StringSplitOptions.TrimEntries);
        return new SandboxAppConfig(
            Fields(lines.Single(line => line.StartsWith("bot_user:", StringComparison.Ordinal)))["display_name"],
            [
                .. List(lines, "slash_commands:")
                    .Select(Fields)
                    .Select(each => new SlashCommand(each["command"], each["description"], each["usage_hint"])),
            ],
            [
                .. List(lines, "shortcuts:")
                    .Select(Fields)
                    .Select(each => new Shortcut(each["callback_id"], each["name"], each["type"] == "global")),
            ],
            Names(lines, "bot_events:"),
            Names(lines, "bot:"));
    }

    private static IEnumerable<string> List(string[] lines, string key) => lines
        .SkipWhile(line => line != key)
        .Skip(1)
        .TakeWhile(line => line.StartsWith("- ", StringComparison.Ordinal))
        .Select(line => line[2..]);

    /// <summary>Without the comments behind them.</summary>
    private static HashSet<string> Names(string[] lines, string key) =>
        List(lines, key).Select(line => line.Split('#')[0].Trim()).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, string> Fields(string line) => Field().Matches(line)
        .ToDictionary(match => match.Groups["key"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);

    [GeneratedRegex(
        """(?<key>\w+): ("(?<value>[^"]*)"|(?<value>[^{",}]*[^{",} ]))""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();
}
