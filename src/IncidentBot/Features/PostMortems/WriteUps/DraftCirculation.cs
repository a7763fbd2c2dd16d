using IncidentBot.Domain;
using IncidentBot.Features.PostMortems.Correcting;
using IncidentBot.Features.PostMortems.SigningOff;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Storage;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>Sends the draft round: into the channel for corrections (R116), and to those who were not there to sign off (R31). The caller saves.</summary>
internal sealed class DraftCirculation(IncidentDb db, WriteUpSource source, SignOffs signOffs, TimeProvider time)
{
    public async Task SendAsync(Dossier dossier, PersonId by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        dossier.PostMortem.MarkDrafted(by, now);
        await signOffs.AskAsync(dossier, by, cancellationToken);

        var place = Address.Incident(dossier.Number);
        var writeUp = await source.OfAsync(dossier, cancellationToken);
        db.Enqueue(Lane.Incident(dossier.Number), new RefreshCard(BotMessageNames.Draft, dossier.Subject), now);
        db.Enqueue(
            Lane.Incident(dossier.Number),
            new UploadFile(place, writeUp.FileName, "Draft of the post-mortem", WriteUpMarkdown.Render(writeUp), DraftCard.NameOf(dossier.Number)), now);
        db.RefreshSurfaces(dossier.Incident, now);
    }
}
