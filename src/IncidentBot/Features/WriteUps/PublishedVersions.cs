using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Effects;
using IncidentBot.Features.WriteUps.Versions;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.WriteUps;

/// <summary>Stores the versions of a write-up, compares them and shows the newest. The caller saves.</summary>
internal sealed class PublishedVersions(IncidentDb db, WriteUpSource source, IOptions<PostMortemOptions> options, TimeProvider time)
{
    public Task<PublishedVersion?> NewestAsync(int number, CancellationToken cancellationToken) => db.PublishedVersions.AsNoTracking()
        .Where(version => version.IncidentNumber == number)
        .OrderByDescending(version => version.Revision).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Every version, the newest first.</summary>
    public async Task<IReadOnlyList<PublishedVersion>> AllAsync(int number, CancellationToken cancellationToken) =>
        await db.PublishedVersions.AsNoTracking().Where(version => version.IncidentNumber == number)
            .OrderByDescending(version => version.Revision).ToListAsync(cancellationToken);

    /// <summary>Stores the document and the message as they are now.</summary>
    public async Task<PublishedVersion> StoreAsync(PostMortemView view, string note, PersonId by, CancellationToken cancellationToken)
    {
        var earlier = await db.PublishedVersions.AsNoTracking().Where(version => version.IncidentNumber == view.Number)
            .OrderBy(version => version.Revision).Select(version => new WriteUpVersion(version.Revision, version.At, version.Note))
            .ToListAsync(cancellationToken);
        var (revision, now) = (view.PostMortem.WriteUp.Revision, time.GetUtcNow());
        var writeUp = await source.OfAsync(view, cancellationToken) with
        { Versions = [.. earlier, new WriteUpVersion(revision, now, note)] };
        var version = new PublishedVersion
        {
            IncidentNumber = view.Number,
            Revision = revision,
            At = now,
            By = by,
            Note = note,
            Markdown = WriteUpMarkdown.Render(writeUp),
            Message = WriteUpMessage.Render(view, writeUp.GapTitle).Arguments.GetRawText(),
        };
        db.PublishedVersions.Add(version);
        return version;
    }

    /// <summary>The changed lines, except those about the version itself.</summary>
    public static IReadOnlyList<ChangedLine> Differences(PublishedVersion? before, PublishedVersion after) => before is null
        ? []
        : [.. VersionDifference.Between(before.Markdown, after.Markdown)
            .Where(line => line.Section != WriteUpMarkdown.Versions && !line.Text.StartsWith("| **Version**", StringComparison.Ordinal))];

    /// <summary>Posts or refreshes the message first, then adds the file to its thread, then writes the canvas.</summary>
    public void Show(PostMortemView view, PublishedVersion version)
    {
        var now = time.GetUtcNow();
        var (lane, incident) = (Lane.Incident(view.Number), view.Incident);
        var title = SlackText.Truncate($"{WriteUpDocument.TitleOf(incident)}: {incident.Title}", 100);
        db.Enqueue(lane, new RefreshCard(BotMessageNames.WriteUp, view.Subject), now);
        db.Enqueue(
            lane,
            new UploadFile(
                WriteUpCard.PlaceOf(incident), WriteUpDocument.FileNameOf(view), title, version.Markdown,
                BotMessageNames.WriteUpOf(view.Number)),
            now);
        if (options.Value.Canvas)
        {
            db.Enqueue(lane, new WriteCanvas(view.Number, PrintedTables.AsLists(version.Markdown)), now);
        }
    }
}
