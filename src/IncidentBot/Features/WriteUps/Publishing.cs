using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Effects;
using IncidentBot.Features.WriteUps.Versions;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.WriteUps;

/// <summary>Makes a write-up public, and later its corrected versions; for lead, facilitator and admins. The caller saves.</summary>
internal sealed class Publishing(
    IncidentDb db, PublishedVersions versions, IOptions<IncidentsOptions> options, ReviewDates reviewDates, TimeProvider time)
{
    /// <summary>Publishes the write-up; does nothing if it is published already.</summary>
    public async Task<Result> PublishAsync(PostMortemView view, PersonId by, CancellationToken cancellationToken)
    {
        if (view.PostMortem.WriteUp.PublishedAt is not null)
        {
            return Result.Accepted;
        }

        var now = time.GetUtcNow();
        var result = MayPublish(view, by) is { Ok: false } refused
            ? refused
            : view.PostMortem.Publish(view.Completeness, by, now);
        if (result.Ok)
        {
            reviewDates.FillIn(view.PostMortem);
            await CoverAsync(view, by, now, cancellationToken);
            versions.Show(view, await versions.StoreAsync(view, "", by, cancellationToken));
            db.Enqueue(Lane.Incident(view.Number), new RefreshCard(BotMessageNames.Sharing, view.Subject), now);
        }

        return result;
    }

    /// <summary>
    /// Publishes a corrected version: refreshes the message, and posts the note and the changed lines in its thread.
    /// </summary>
    public async Task<Result> CorrectAsync(PostMortemView view, string note, PersonId by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (MayPublish(view, by) is { Ok: false } refused)
        {
            return refused;
        }

        var corrected = view.PostMortem.WriteUp.PublishCorrection(note, by, now);
        if (!corrected.Ok)
        {
            return corrected.Refusal;
        }

        var before = await versions.NewestAsync(view.Number, cancellationToken);
        var version = await versions.StoreAsync(view, note, by, cancellationToken);
        var message = CorrectionMessage.Render(version.Revision, note, PublishedVersions.Differences(before, version));
        db.Enqueue(
            Lane.Incident(view.Number), new Post(WriteUpCard.PlaceOf(view.Incident), message, BotMessageNames.WriteUpOf(view.Number)), now);
        versions.Show(view, version);
        return Result.Accepted;
    }

    /// <summary>The post-mortems of the covered incidents are published with it, private ones too.</summary>
    private async Task CoverAsync(PostMortemView view, PersonId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var covered in await db.PostMortems.Where(each => each.CoveredBy == view.Number).ToListAsync(cancellationToken))
        {
            covered.Cover(view.Number, isPublished: true, by, now);
        }
    }

    public Result MayPublish(PostMortemView view, PersonId by) => view.Rights.MayPublish(by, options.Value.IsAdmin(by));
}
