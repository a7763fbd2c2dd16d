using System.Runtime.CompilerServices;
using IncidentBot.Sandbox.Stories;

namespace IncidentBot.Browser.Tests.Stories;

/// <summary>Finds stories in the repository's Markdown files.</summary>
internal static class StoryFile
{
    /// <summary>The steps under a heading.</summary>
    /// <param name="file">Relative to the repository's root.</param>
    /// <param name="heading">As it is written, without the "#".</param>
    public static IReadOnlyList<StoryStep> Read(string file, string heading) =>
        Story.Read(File.ReadLines(Path.Combine(Root(), file)), heading);

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "IncidentBot.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The repository was not found above the test's source.");
    }
}
