using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IncidentBot.Tests.Architecture;

public sealed partial class DependencyTests
{
    [Theory]
    [InlineData("IncidentBot.Domain", "")]
    [InlineData("IncidentBot.Slack", "")]
    [InlineData("IncidentBot.Sandbox", "")]
    [InlineData("IncidentBot", "IncidentBot.Domain,IncidentBot.Slack")]
    [InlineData("IncidentBot.Demo", "IncidentBot,IncidentBot.Sandbox")]
    public void A_project_refers_only_to_those_below_it(string project, string allowed)
    {
        var references = Elements(project, "ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference));

        Assert.Equal(allowed.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(), references.Order());
    }

    [Theory]
    [InlineData("IncidentBot.Domain")]
    [InlineData("IncidentBot.Slack")]
    [InlineData("IncidentBot.Sandbox")]
    public void A_project_that_others_may_copy_needs_no_package(string project) =>
        Assert.Empty(Elements(project, "PackageReference"));

    [Fact]
    public void The_rules_know_nothing_but_the_runtime() =>
        Assert.All(
            typeof(Domain.PersonId).Assembly.GetReferencedAssemblies(),
            assembly => Assert.StartsWith("System.", assembly.Name, StringComparison.Ordinal));

    [Fact]
    public void Only_the_senders_of_effects_call_Slack_with_an_effect()
    {
        // Features may open, push and update views at once; everything else with an effect is an outbox row.
        var offenders =
            from file in Repository.Files("src/IncidentBot/Features", "*.cs")
            where !file.EndsWith("Sender.cs", StringComparison.Ordinal)
            where EffectfulCall().IsMatch(File.ReadAllText(file))
            select Repository.Relative(file);

        Assert.Empty(offenders);
    }

    private static IEnumerable<string> Elements(string project, string name) => XDocument
        .Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
        .Descendants(name)
        .Select(element => element.Attribute("Include")!.Value);

    [GeneratedRegex(
        @"new (ChatPostMessage|ChatUpdate|ConversationsCreate|ConversationsInvite|ConversationsSetTopic|ConversationsRename"
        + @"|ConversationsArchive|PinsAdd|ReactionsAdd|BookmarksAdd|ConversationsCanvasesCreate|CanvasesEdit)\(",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex EffectfulCall();
}
