using IncidentBot.Domain;
using IncidentBot.Features.PostMortems.Published;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>The versions of a write-up as they go out: kept, compared with the one before, and shown. The caller saves.</summary>
internal sealed class Versions(IncidentDb db, WriteUpSource source, IOptions<PostMortemOptions> options, TimeProvider time)
{
    public Task<PublishedVersion?> NewestAsync(int number, CancellationToken cancellationToken) => db.PublishedVersions.AsNoTracking()
        .Where(version => version.IncidentNumber == number)
        .OrderByDescending(version => version.Revision).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Keeps the document and the message as they are now.</summary>
    public async Task<PublishedVersion> KeepAsync(Dossier dossier, string note, PersonId by, CancellationToken cancellationToken)
    {
        var earlier = await db.PublishedVersions.AsNoTracking().Where(version => version.IncidentNumber == dossier.Number)
            .OrderBy(version => version.Revision).Select(version => new WriteUpVersion(version.Revision, version.At, version.Note)).ToListAsync(cancellationToken);
        var (revision, now) = (dossier.PostMortem.Revision, time.GetUtcNow());
        var writeUp = await source.OfAsync(dossier, cancellationToken) with { Versions = [.. earlier, new WriteUpVersion(revision, now, note)] };
        var version = new PublishedVersion
        {
            IncidentNumber = dossier.Number,
            Revision = revision,
            At = now,
            By = by,
            Note = note,
            Markdown = WriteUpMarkdown.Render(writeUp),
            Message = WriteUpMessage.Render(dossier, writeUp.GapTitle).Arguments.GetRawText(),
        };
        db.PublishedVersions.Add(version);
        return version;
    }

    /// <summary>What reads differently; that it is another version, the version says itself.</summary>
    public static IReadOnlyList<DifferentLine> Differences(PublishedVersion? before, PublishedVersion after) => before is null
        ? []
        : [.. VersionDifference.Between(before.Markdown, after.Markdown)
            .Where(line => line.Section != WriteUpMarkdown.Versions && !line.Text.StartsWith("| **Version**", StringComparison.Ordinal))];

    /// <summary>The message first, then what goes into its thread and the canvas, then the headline, which links to it.</summary>
    public void Show(Dossier dossier, PublishedVersion version)
    {
        var now = time.GetUtcNow();
        var (lane, incident) = (Lane.Incident(dossier.Number), dossier.Incident);
        var title = SlackText.Truncate($"{WriteUp.TitleOf(incident)}: {incident.Title}", 100);
        db.Enqueue(lane, new RefreshCard(BotMessageNames.WriteUp, dossier.Subject), now);
        db.Enqueue(
            lane, new UploadFile(WriteUpCard.PlaceOf(incident), WriteUp.FileNameOf(dossier), title, version.Markdown, WriteUpCard.NameOf(dossier.Number)), now);
        if (options.Value.Canvas)
        {
            db.Enqueue(lane, new WriteCanvas(dossier.Number, version.Markdown), now);
        }

        db.RefreshSurfaces(incident, now);
    }
}
