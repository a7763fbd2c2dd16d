using System.Text;
using IncidentBot.Domain.IncidentLog;

namespace IncidentBot.Features.IncidentLog;

/// <summary>The files of one export on the disk; they are deleted when they are closed.</summary>
internal sealed class WrittenExport : IAsyncDisposable
{
    public List<(FileStream Content, string Name)> Files { get; } = [];

    public int Incidents { get; set; }

    public int NearMisses { get; set; }

    public FileStream Add(string name)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        Files.Add((file, name));
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (content, _) in Files)
        {
            await content.DisposeAsync();
        }
    }
}

/// <summary>
/// Writes an export as CSV and JSON. Near misses have files of their own: who adds up the rows of the incidents must not count them.
/// </summary>
internal sealed class ExportFiles(ExportRows incidents, NearMissExportRows nearMisses)
{
    /// <summary>Whether a file belongs to this export.</summary>
    public static bool AreOf(ExportLog effect, string name) =>
        name == NameOf("incident-log", effect, "csv") || name == NameOf("near-misses", effect, "csv");

    public async Task<WrittenExport> WriteAsync(ExportLog effect, CancellationToken cancellationToken)
    {
        var (written, filter) = (new WrittenExport(), LogFilter.Read(effect.Filter));
        try
        {
            if (!filter.NearMisses)
            {
                written.Incidents = await WriteAsync(
                    written, "incident-log", effect, ExportRow.Columns, incidents.OfAsync(effect.To, filter, cancellationToken));
            }

            if (filter.NearMisses || await nearMisses.AnyAsync(effect.To, filter, cancellationToken))
            {
                written.NearMisses = await WriteAsync(
                    written, "near-misses", effect, NearMissExportRow.Columns, nearMisses.OfAsync(effect.To, filter, cancellationToken));
            }

            return written;
        }
        catch
        {
            await written.DisposeAsync();
            throw;
        }
    }

    private static string NameOf(string what, ExportLog effect, string ending) => $"{what}-{effect.Stamp}.{ending}";

    private static async Task<int> WriteAsync<TRow>(
        WrittenExport written, string what, ExportLog effect, IReadOnlyList<string> columns, IAsyncEnumerable<TRow> rows)
        where TRow : IExportRow
    {
        // Spreadsheets know UTF-8 by its mark only; JSON must not have it.
        var (csv, json) = (written.Add(NameOf(what, effect, "csv")), written.Add(NameOf(what, effect, "json")));
        await using var lines = new StreamWriter(csv, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var objects = new StreamWriter(json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        return await RowFiles.WriteAsync(columns, rows, lines, objects);
    }
}
