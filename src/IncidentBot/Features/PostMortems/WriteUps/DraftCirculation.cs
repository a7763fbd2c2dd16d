using IncidentBot.Domain;
using IncidentBot.Features.PostMortems.SigningOff;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Blocks;
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
        var name = BotMessageNames.Card("draft", dossier.Number);
        var call = MessageContent.Paragraph(Mrkdwn.Raw(
            "*The post-mortem's draft is here.* Please read it once and answer with what is factually wrong."));
        var writeUp = await source.OfAsync(dossier, cancellationToken);
        db.Enqueue(Lane.Incident(dossier.Number), new Post(place, call, Name: name), now);
        db.Enqueue(
            Lane.Incident(dossier.Number),
            new UploadFile(place, writeUp.FileName, "Draft of the post-mortem", WriteUpMarkdown.Render(writeUp), name), now);
        db.RefreshSurfaces(dossier.Incident, now);
    }
}
