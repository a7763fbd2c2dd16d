using System.Reflection;
using IncidentBot.Sandbox.Tests.Lab;
using IncidentBot.Sandbox.WebApi;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class CoverageTableTests
{
    [Fact]
    public async Task The_table_names_exactly_the_methods_that_are_answered()
    {
        await using var lab = await SlackLab.StartAsync();

        var answered = new ApiEndpoint(lab.Workspace).Methods;

        Assert.Equal(answered.Order(), CoverageTable.Methods.Select(m => m.Method).Order());
    }

    [Fact]
    public void Every_row_names_tests_that_exist()
    {
        var tests = typeof(CoverageTableTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance), (t, m) => $"{t.Name}.{m.Name}")
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(CoverageTable.Methods, m => Assert.Contains(m.Test, tests));
        Assert.All(Behaviours.All, b => Assert.NotEmpty(b.Tests));
        Assert.All(Behaviours.All.SelectMany(b => b.Tests), test => Assert.Contains(test, tests));
    }

    [Fact]
    public void The_README_lists_every_behaviour_and_no_other()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sandbox.README.md"));

        var listed = readme.Split('\n').SkipWhile(l => l != "| Area | Behaviour |").Skip(2).TakeWhile(l => l.StartsWith('|'));

        Assert.Equal(Behaviours.All.Select(b => $"| {b.Area} | {b.What} |"), listed);
    }
}
