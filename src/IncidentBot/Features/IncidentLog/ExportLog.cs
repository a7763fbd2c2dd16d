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

/// <summary>Writes the files to the disk first, because Slack wants to know their lengths, and shares them with one call.</summary>
internal sealed class ExportLogSender(
    ExportFiles files, PeopleDirectory people, ISlackApi slack, FileUploads uploads, EarlierAttempts earlier) : IEffectSender<ExportLog>
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
                channel, null, sending, message => message.Files.Any(file => ExportFiles.AreOf(effect, file.Name)), cancellationToken);
            if (found is not { Message: null, Unknown: null })
            {
                return found.Unknown ?? EffectResult.Done;
            }
        }

        await using var written = await files.WriteAsync(effect, cancellationToken);
        return await ShareAsync(effect, channel, written, cancellationToken);
    }

    private async Task<EffectResult> ShareAsync(
        ExportLog effect, string channel, WrittenExport written, CancellationToken cancellationToken)
    {
        var shared = new List<UploadedFile>();
        foreach (var (content, name) in written.Files)
        {
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

        var comment = Comment(written, LogFilter.Read(effect.Filter));
        var completed = await slack.SendAsync(
            new FilesCompleteUpload(shared) { ChannelId = channel, InitialComment = comment }, cancellationToken);
        return EffectResult.From(completed);
    }

    private static Mrkdwn Comment(WrittenExport written, LogFilter filter)
    {
        var incidents = $"{IncidentWords.Count(written.Incidents, "incident", "incidents")} that you may see";
        var nearMisses = IncidentWords.Count(written.NearMisses, "near miss", "near misses");
        return Mrkdwn.Join(
            " · ",
            Mrkdwn.Text($"{LogWords.Title}: {(filter.NearMisses ? nearMisses : incidents)}"),
            Mrkdwn.Escape(!filter.NearMisses && written.NearMisses > 0 ? $"{nearMisses}, in files of their own" : ""),
            LogWords.Of(filter with { NearMisses = false }));
    }
}
