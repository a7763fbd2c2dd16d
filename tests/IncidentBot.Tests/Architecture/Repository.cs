using System.Runtime.CompilerServices;

namespace IncidentBot.Tests.Architecture;

/// <summary>The source files of the repository, for tests that check all of them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The script that runs all tests.</summary>
    public static string TestScript { get; } = Path.Combine(Root, "tests", "run");

    public static IEnumerable<string> Files(string folder, params string[] patterns) => patterns
        .SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
        .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj" or "artifacts"));

    public static IEnumerable<string> Sources() => Files("src", "*.cs").Concat(Files("tests", "*.cs"));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "IncidentBot.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The repository was not found above the test's source.");
    }
}
