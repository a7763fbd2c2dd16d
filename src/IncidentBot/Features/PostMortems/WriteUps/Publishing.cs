using IncidentBot.Domain;
using IncidentBot.Features.PostMortems.Correcting;
using IncidentBot.Features.PostMortems.FollowingUp;
using IncidentBot.Features.PostMortems.Published;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>Makes a write-up public, and later its corrected versions; for lead, facilitator and admins. The caller saves.</summary>
internal sealed class Publishing(IncidentDb db, Versions versions, IOptions<IncidentsOptions> options, OfferedDays days, TimeProvider time)
{
    /// <summary>Publishes it once, however often it is asked for.</summary>
    public async Task<Result> PublishAsync(Dossier dossier, PersonId by, CancellationToken cancellationToken)
    {
        if (dossier.PostMortem.PublishedAt is not null)
        {
            return Result.Accepted;
        }

        var now = time.GetUtcNow();
        var decided = May(dossier, by) is { Ok: false } refused
            ? refused
            : dossier.PostMortem.Publish(dossier.Completeness, by, now);
        if (decided.Ok)
        {
            days.FillIn(dossier.PostMortem);
            versions.Show(dossier, await versions.KeepAsync(dossier, "", by, cancellationToken));
            await db.RefreshDraftAsync(dossier.Number, now, cancellationToken);
            db.Enqueue(Lane.Incident(dossier.Number), new RefreshCard(BotMessageNames.Sharing, dossier.Subject), now);
        }

        return decided;
    }

    /// <summary>Publishes a corrected version: the message shows it, the thread says what was corrected and what reads differently.</summary>
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

        var before = await versions.NewestAsync(dossier.Number, cancellationToken);
        var version = await versions.KeepAsync(dossier, note, by, cancellationToken);
        var message = CorrectionMessage.Render(version.Revision, note, Versions.Differences(before, version));
        db.Enqueue(Lane.Incident(dossier.Number), new Post(WriteUpCard.PlaceOf(dossier.Incident), message, WriteUpCard.NameOf(dossier.Number)), now);
        versions.Show(dossier, version);
        return Result.Accepted;
    }

    public Result May(Dossier dossier, PersonId by) => dossier.Rights.MayPublish(by, options.Value.IsAdmin(by));
}
