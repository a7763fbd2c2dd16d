using IncidentBot.Domain;
using IncidentBot.Features.PostMortems.Correcting;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.SigningOff;

/// <summary>Answers "I have read it and sign off": from those who were asked, and from those who were there.</summary>
internal sealed class SignOffDraft(IncidentDb db, Dossiers dossiers, SignOffs signOffs, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        var (person, now) = (new PersonId(request.User.Id), time.GetUtcNow());
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not { } dossier)
        {
            return;
        }

        var wasThere = await signOffs.WasThereAsync(dossier, person, cancellationToken);
        if (dossier.PostMortem.SignOff(person, wasThere, now) is { Ok: false } refused)
        {
            await replies.TellAsync(request, Mrkdwn.Escape(refused.Refusal.Sentence), cancellationToken);
            return;
        }

        var ask = new RefreshCard(BotMessageNames.SignOff, SignOffCard.Subject(number, person));
        if (await db.BotMessages.FindAsync([ask.Name], cancellationToken) is not null)
        {
            db.Enqueue(Lane.Person(person), ask, now);
        }

        await db.RefreshDraftAsync(number, now, cancellationToken);
        await db.RefreshBoardAsync(number, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
