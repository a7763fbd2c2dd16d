namespace IncidentBot.Benchmarks.Blame;

/// <summary>Prints the result of the check for each line of a file: <c>flag RULE</c> or <c>pass</c>.</summary>
internal static class BlameFile
{
    private const int Broken = 2;

    public static int Check(string path, TextWriter output, TextWriter errors)
    {
        if (!File.Exists(path))
        {
            errors.WriteLine($"There is no file {path}.");
            return Broken;
        }

        var result = 0;
        foreach (var (index, text) in File.ReadLines(path).Index())
        {
            if (BlameLine.Read(text.TrimEnd('\r').Split('\t')) is { } line)
            {
                output.WriteLine(line.Findings() is [var first, ..] ? $"flag {first.Rule}" : "pass");
                continue;
            }

            errors.WriteLine(
                $"Line {index + 1} is not field<TAB>people<TAB>sentence. "
                + "The field is one of cause, factor, learning, action, timeline, summary.");
            result = Broken;
        }

        return result;
    }
}
