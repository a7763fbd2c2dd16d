using System.Reflection;
using IncidentBot.Domain.Search;

namespace IncidentBot.Starting;

/// <summary>A setting that no one reads, and the one that was probably meant.</summary>
internal sealed record UnknownSetting(string Name, string Meant);

/// <summary>
/// Finds misspelt settings: unknown keys in our sections, and sections with nearly the name of one of ours.
/// </summary>
internal static partial class UnknownSettings
{
    private const int LikelyTypo = 2;

    public static void Warn(IConfiguration configuration, ILogger logger)
    {
        foreach (var unknown in Find(configuration))
        {
            Log.Unknown(logger, unknown.Name, unknown.Meant);
        }
    }

    public static IEnumerable<UnknownSetting> Find(IConfiguration configuration) => SettingsTable.Sections
        .SelectMany(section => InSection(configuration.GetSection(section.Name), section))
        .Concat(configuration.GetChildren().Where(root => root.GetChildren().Any()).SelectMany(Misnamed));

    private static IEnumerable<UnknownSetting> InSection(IConfigurationSection values, SettingsSection section)
    {
        var known = section.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is { IsPublic: true } || property.PropertyType.IsGenericType)
            .ToDictionary(property => property.Name, TakesOne, StringComparer.OrdinalIgnoreCase);
        foreach (var key in values.GetChildren())
        {
            if (!known.TryGetValue(key.Key, out var takesOne))
            {
                yield return new UnknownSetting(Variable(key.Path), $"{section.Name}__{Nearest(key.Key, known.Keys)}");
            }
            else if (takesOne)
            {
                foreach (var below in key.GetChildren())
                {
                    yield return new UnknownSetting(Variable(below.Path), $"{section.Name}__{key.Key}");
                }
            }
        }
    }

    private static IEnumerable<UnknownSetting> Misnamed(IConfigurationSection root)
    {
        var names = SettingsTable.Sections.Select(section => section.Name).ToList();
        var near = Nearest(root.Key, names);
        return names.Contains(root.Key, StringComparer.OrdinalIgnoreCase)
            || Distance(root.Key, near) > Math.Min(LikelyTypo, near.Length / 3)
            ? []
            : root.GetChildren().Select(key => new UnknownSetting(Variable(key.Path), $"{near}__{key.Key}"));
    }

    /// <summary>A value and not a list or a table of them.</summary>
    private static bool TakesOne(PropertyInfo property) => property.SetMethod is { IsPublic: true };

    private static string Nearest(string name, IEnumerable<string> known) => known.MinBy(candidate => Distance(candidate, name))!;

    private static int Distance(string left, string right) => Spelling.Distance(left.ToUpperInvariant(), right.ToUpperInvariant());

    private static string Variable(string path) => path.Replace(":", "__", StringComparison.Ordinal);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Setting} is not a setting and is ignored. Did you mean {Meant}?")]
        public static partial void Unknown(ILogger logger, string setting, string meant);
    }
}
