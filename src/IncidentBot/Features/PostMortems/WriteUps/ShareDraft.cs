using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>Answers "Share this draft": the file goes to those who were there, for factual corrections (R116), and to those who were not (R31).</summary>
internal sealed class ShareDraft(IncidentDb db, Dossiers dossiers, DraftCirculation circulation, Replies replies) : IBlockActionHandler
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
            await circulation.SendAsync(dossier, new PersonId(request.User.Id), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        var asked = dossier.PostMortem.Invitees.Count(invitee => invitee.OwesSignOff);
        var others = asked switch
        {
            0 => "",
            1 => " One person who was not there is asked to sign off.",
            _ => $" {asked} people who were not there are asked to sign off.",
        };
        await replies.TellAsync(
            request, Mrkdwn.Text($"The draft is in {IncidentWords.Place(dossier.Incident)}. Whoever is there can say until {Until(dossier)} what is wrong in it.{others}"), cancellationToken);
    }

    private static Mrkdwn Until(Dossier dossier) =>
        PostMortemClock.CorrectionsUntil(dossier.PostMortem) is { } until ? Mrkdwn.Date(until) : Mrkdwn.Raw("it is published");
}
