using IncidentBot.Domain;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.SigningOff;

/// <summary>Answers "I have read it and sign off".</summary>
internal sealed class SignOffDraft(IncidentDb db, Dossiers dossiers, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        var (person, now) = (new PersonId(request.User.Id), time.GetUtcNow());
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not { } dossier)
        {
            return;
        }

        if (dossier.PostMortem.SignOff(person, now) is { Ok: false } refused)
        {
            await replies.TellAsync(request, Mrkdwn.Escape(refused.Refusal.Sentence), cancellationToken);
            return;
        }

        db.Enqueue(Lane.Person(person), new RefreshCard(BotMessageNames.SignOff, SignOffCard.Subject(number, person)), now);
        await db.RefreshBoardAsync(number, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
