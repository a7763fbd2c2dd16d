using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Features.PostMortems.FollowingUp;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems;

/// <summary>Answers "We held it": what was due is met and the write-up's time begins. The incident stays as it is (defect 14).</summary>
internal sealed class MarkHeld(IncidentDb db, Dossiers dossiers, PostMortemHub hub, Replies replies, OfferedDays days, TimeProvider time)
    : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not { } dossier)
        {
            return;
        }

        var held = dossier.PostMortem.MarkHeld(
            dossier.Incident.Status == IncidentStatus.Resolved, new PersonId(request.User.Id), time.GetUtcNow());
        if (!held.Ok)
        {
            await replies.TellAsync(request, Mrkdwn.Escape(held.Refusal.Sentence), cancellationToken);
            return;
        }

        days.FillIn(dossier.PostMortem);
        db.RefreshSurfaces(dossier.Incident, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await hub.AnswerAsync(
            request, dossier, Mrkdwn.Text($"Noted: the post-mortem of incident {number} was held. The draft is expected within a day."), cancellationToken);
    }
}
