using IncidentBot.Domain;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>Answers "Share this draft": the file goes to those who were there, for factual corrections (R116).</summary>
internal sealed class ShareDraft(IncidentDb db, Dossiers dossiers, WriteUpSource source, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not { } dossier)
        {
            return;
        }

        if (dossier.PostMortem is { DraftedAt: null, PublishedAt: null })
        {
            dossier.PostMortem.MarkDrafted(new PersonId(request.User.Id), time.GetUtcNow());
            Enqueue(dossier, await source.OfAsync(dossier, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
        }

        await replies.TellAsync(request, Mrkdwn.Text($"The draft is in {IncidentWords.Place(dossier.Incident)}. Corrections go under it."), cancellationToken);
    }

    private void Enqueue(Dossier dossier, WriteUp writeUp)
    {
        var now = time.GetUtcNow();
        var place = Address.Incident(dossier.Number);
        var name = BotMessageNames.Card("draft", dossier.Number);
        var call = MessageContent.Paragraph(Mrkdwn.Raw(
            "*The post-mortem's draft is here.* Please read it once and answer with what is factually wrong."));
        db.Enqueue(Lane.Incident(dossier.Number), new Post(place, call, Name: name), now);
        db.Enqueue(
            Lane.Incident(dossier.Number),
            new UploadFile(place, writeUp.FileName, "Draft of the post-mortem", WriteUpMarkdown.Render(writeUp), name), now);
        db.RefreshSurfaces(dossier.Incident, now);
    }
}
