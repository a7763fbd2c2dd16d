using IncidentBot.Sandbox.Stories;

namespace IncidentBot.Demo;

/// <summary>The tour of the README, which is built into this program.</summary>
internal static class ReadmeTour
{
    private const string Heading = "An eight-minute tour";

    public static IReadOnlyList<StoryStep> Read()
    {
        using var reader = new StreamReader(typeof(ReadmeTour).Assembly.GetManifestResourceStream("README.md")!);
        return Story.Read(reader.ReadToEnd().Split('\n'), Heading);
    }
}
