using IncidentBot.Domain;
using IncidentBot.Features.PostMortems.Correcting;
using IncidentBot.Features.PostMortems.Published;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>Makes a write-up public, and later its corrected versions; for lead, facilitator and admins. The caller saves.</summary>
internal sealed class Publishing(
    IncidentDb db, WriteUpSource source, IOptions<IncidentsOptions> options, IOptions<PostMortemOptions> postMortems, TimeProvider time)
{
    /// <summary>Publishes it once, however often it is asked for.</summary>
    public async Task<Result> PublishAsync(Dossier dossier, PersonId by, CancellationToken cancellationToken)
    {
        if (dossier.PostMortem.PublishedAt is not null)
        {
            return Result.Accepted;
        }

        var decided = May(dossier, by) is { Ok: false } refused
            ? refused
            : dossier.PostMortem.Publish(dossier.Completeness, by, time.GetUtcNow());
        if (decided.Ok)
        {
            Show(dossier, await ReleaseAsync(dossier, "", by, cancellationToken));
            await db.RefreshDraftAsync(dossier.Number, time.GetUtcNow(), cancellationToken);
            db.Enqueue(Lane.Incident(dossier.Number), new RefreshCard(BotMessageNames.Sharing, dossier.Subject), time.GetUtcNow());
        }

        return decided;
    }

    /// <summary>Publishes a corrected version: the message shows it, the thread says what was corrected.</summary>
    public async Task<Result> CorrectAsync(Dossier dossier, string note, PersonId by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (May(dossier, by) is { Ok: false } refused)
        {
            return refused;
        }

        var corrected = dossier.PostMortem.PublishCorrection(note, by, now);
        if (!corrected.Ok)
        {
            return corrected.Refusal;
        }

        var before = await db.PublishedVersions.AsNoTracking().Where(version => version.IncidentNumber == dossier.Number)
            .OrderByDescending(version => version.Revision).FirstOrDefaultAsync(cancellationToken);
        var version = await ReleaseAsync(dossier, note, by, cancellationToken);
        var differences = before is null ? [] : VersionDifference.Between(before.Markdown, version.Markdown).Where(IsContent).ToList();
        db.Enqueue(
            Lane.Incident(dossier.Number),
            new Post(
                WriteUpCard.PlaceOf(dossier.Incident), CorrectionMessage.Render(version.Revision, note, differences), WriteUpCard.NameOf(dossier.Number)),
            now);
        Show(dossier, version);
        return Result.Accepted;
    }

    public Result May(Dossier dossier, PersonId by) => dossier.Rights.MayPublish(by, options.Value.IsAdmin(by));

    /// <summary>Keeps the version as it goes out.</summary>
    private async Task<PublishedVersion> ReleaseAsync(Dossier dossier, string note, PersonId by, CancellationToken cancellationToken)
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
            Message = WriteUpMessage.Render(dossier).Arguments.GetRawText(),
        };
        db.PublishedVersions.Add(version);
        return version;
    }

    /// <summary>That it is another version, the version says itself.</summary>
    private static bool IsContent(DifferentLine line) => line.Section != WriteUpMarkdown.Versions && !line.Text.StartsWith("| **Version**", StringComparison.Ordinal);

    /// <summary>The message first, then what goes into its thread and the canvas, then the headline, which links to it.</summary>
    private void Show(Dossier dossier, PublishedVersion version)
    {
        var now = time.GetUtcNow();
        var lane = Lane.Incident(dossier.Number);
        db.Enqueue(lane, new RefreshCard(BotMessageNames.WriteUp, dossier.Subject), now);
        db.Enqueue(
            lane,
            new UploadFile(
                WriteUpCard.PlaceOf(dossier.Incident), WriteUp.FileNameOf(dossier), SlackText.Truncate($"{WriteUp.TitleOf(dossier.Incident)}: {dossier.Incident.Title}", 100),
                version.Markdown, WriteUpCard.NameOf(dossier.Number)),
            now);
        if (postMortems.Value.Canvas)
        {
            db.Enqueue(lane, new WriteCanvas(dossier.Number, version.Markdown), now);
        }

        db.RefreshSurfaces(dossier.Incident, now);
    }
}
