using System.Text;
using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.IncidentLog;

/// <summary>Sends the log as files to one person. What they may see is decided when the files are written.</summary>
/// <param name="To">Who asked.</param>
/// <param name="Filter">Which incidents, as <see cref="LogFilter.Write"/> writes it.</param>
/// <param name="Stamp">Tells this export from others, in the names of its files.</param>
[Effect("export_log")]
internal sealed record ExportLog(PersonId To, string Filter, string Stamp) : IEffect
{
    /// <summary>A lane of its own: a long export delays no reminder.</summary>
    public static string LaneOf(PersonId person) => "export:" + person.Value;
}

/// <summary>Writes the files to the disk first, because Slack wants to know their lengths, and shares both with one call.</summary>
internal sealed class ExportLogSender(
    ExportRows rows, PeopleDirectory people, ISlackApi slack, FileUploads uploads, EarlierAttempts earlier) : IEffectSender<ExportLog>
{
    public async Task<EffectResult> SendAsync(ExportLog effect, Sending sending, CancellationToken cancellationToken)
    {
        // Someone may have left, or become a guest, since they asked.
        if (await people.StandingOfAsync(effect.To, cancellationToken) is not Standing.Member)
        {
            return EffectResult.Done;
        }

        var opened = await slack.SendAsync(new ConversationsOpen([effect.To.Value]), cancellationToken);
        if (!opened.Ok)
        {
            return EffectResult.From(opened);
        }

        var channel = opened.Value.Channel.Id;
        if (sending.LookFirst)
        {
            var found = await earlier.FindAsync(
                channel, null, sending, message => message.Files.Any(file => file.Name == NameOf(effect, "csv")), cancellationToken);
            if (found is not { Message: null, Unknown: null })
            {
                return found.Unknown ?? EffectResult.Done;
            }
        }

        await using var csv = TemporaryFile();
        await using var json = TemporaryFile();
        var count = await WriteAsync(effect, csv, json, cancellationToken);
        return await ShareAsync(effect, channel, [(csv, "csv"), (json, "json")], count, cancellationToken);
    }

    private static string NameOf(ExportLog effect, string ending) => $"incident-log-{effect.Stamp}.{ending}";

    private static FileStream TemporaryFile() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        bufferSize: 1 << 16,
        FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    private async Task<int> WriteAsync(ExportLog effect, FileStream csv, FileStream json, CancellationToken cancellationToken)
    {
        // Spreadsheets know UTF-8 by its mark only; JSON must not have it.
        await using var lines = new StreamWriter(csv, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var objects = new StreamWriter(json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        return await ExportFiles.WriteAsync(
            rows.OfAsync(effect.To, LogFilter.Read(effect.Filter), cancellationToken), lines, objects);
    }

    private async Task<EffectResult> ShareAsync(
        ExportLog effect,
        string channel,
        IReadOnlyList<(FileStream Content, string Ending)> files,
        int count,
        CancellationToken cancellationToken)
    {
        var shared = new List<UploadedFile>();
        foreach (var (content, ending) in files)
        {
            var name = NameOf(effect, ending);
            var target = await slack.SendAsync(new FilesGetUploadUrl(name, (int)content.Length), cancellationToken);
            if (!target.Ok)
            {
                return EffectResult.From(target);
            }

            content.Position = 0;
            var uploaded = await uploads.UploadStreamAsync(target.Value.UploadUrl, content, cancellationToken);
            if (!uploaded.Ok)
            {
                return EffectResult.From(uploaded);
            }

            shared.Add(new UploadedFile(target.Value.FileId, name));
        }

        var comment = Mrkdwn.Join(
            " · ",
            Mrkdwn.Text($"{LogWords.Title}: {IncidentWords.Count(count, "incident", "incidents")} that you may see"),
            LogWords.Of(LogFilter.Read(effect.Filter)));
        var completed = await slack.SendAsync(
            new FilesCompleteUpload(shared) { ChannelId = channel, InitialComment = comment }, cancellationToken);
        return EffectResult.From(completed);
    }
}
