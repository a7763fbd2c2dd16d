using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Effects;
using IncidentBot.Features.WriteUps.Corrections;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>Answers "Sign off", from people who were asked and from people who attended.</summary>
internal sealed class SignOffDraft(
    IncidentDb db, PostMortemViews views, SignOffStatus signOffs, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        var (person, now) = (new PersonId(request.User.Id), time.GetUtcNow());
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        var wasThere = await signOffs.WasThereAsync(view, person, cancellationToken);
        if (view.PostMortem.Meeting.SignOff(person, wasThere, now) is { Ok: false } refused)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(refused.Refusal.Sentence), cancellationToken);
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
