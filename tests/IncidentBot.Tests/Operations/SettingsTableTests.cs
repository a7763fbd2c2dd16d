using System.Reflection;
using System.Text.RegularExpressions;
using IncidentBot.Slack.Endpoints;
using IncidentBot.Tests.Architecture;

namespace IncidentBot.Tests.Operations;

/// <summary>The README's table of settings and the options in the code are the same.</summary>
public sealed partial class SettingsTableTests
{
    [Fact]
    public void The_README_lists_every_setting_and_no_other() => Assert.Equal(Settings().Order(), Listed().Order());

    private static IEnumerable<string> Settings() =>
        from type in new[] { typeof(IncidentBotHost).Assembly, typeof(SlackOptions).Assembly }.SelectMany(assembly => assembly.GetTypes())
        where type.Name.EndsWith("Options", StringComparison.Ordinal)
        let section = type.GetField("Section")?.GetRawConstantValue() as string
        where section is not null
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let one = OneOf(property.PropertyType)
        where property.SetMethod is { IsPublic: true } || one.Length > 0
        select $"{section}__{property.Name}{one}";

    /// <summary>The binder fills lists that have no setter, and tables by severity: the README lists the first of each.</summary>
    private static string OneOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : null) switch
    {
        { } list when list == typeof(IList<>) => "__0",
        { } table when table == typeof(Dictionary<,>) => "__SEV1",
        _ => "",
    };

    internal static IEnumerable<string> Listed() => File.ReadLines(Path.Combine(Repository.Root, "README.md"))
        .Select(line => Row().Match(line))
        .Where(row => row.Success)
        .Select(row => row.Groups["setting"].Value);

    [GeneratedRegex(@"^\| `(?<setting>\w+__\w+)` \|", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
