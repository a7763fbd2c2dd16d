using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Effects;
using IncidentBot.Features.WriteUps.Corrections;
using IncidentBot.Features.WriteUps.SignOffs;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.WriteUps;

/// <summary>
/// Shares the draft: in the channel for corrections, and by DM with people who should sign off. The caller saves.
/// </summary>
internal sealed class DraftCirculation(IncidentDb db, WriteUpSource source, SignOffRequests signOffs, TimeProvider time) : IDraftCirculation
{
    public async Task SendAsync(PostMortemView view, PersonId by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        view.PostMortem.MarkDrafted(by, now);
        await signOffs.AskAsync(view, by, cancellationToken);

        var place = Address.Incident(view.Number);
        var writeUp = await source.OfAsync(view, cancellationToken);
        db.Enqueue(Lane.Incident(view.Number), new RefreshCard(BotMessageNames.Draft, view.Subject), now);
        db.Enqueue(
            Lane.Incident(view.Number),
            new UploadFile(
                place, writeUp.FileName, DraftCard.FileTitle, WriteUpMarkdown.Render(writeUp), DraftCard.NameOf(view.Number)),
            now);
    }
}
