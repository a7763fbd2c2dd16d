using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Facilitators;

/// <summary>
/// Answers "I'll facilitate" under the call for a volunteer: the first who fits facilitates; someone who was close to the incident has to
/// confirm.
/// </summary>
internal sealed class VolunteerToFacilitate(
    IncidentDb db, PostMortemViews views, FacilitatorAssignments facilitators, PostMortemModals modals, Replies replies)
    : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        var person = new PersonId(request.User.Id);
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        if (view.PostMortem.Facilitator is { } other && other != person)
        {
            await replies.SendAsync(request, FacilitatorMessage.AlreadyTaken(other), cancellationToken);
            return;
        }

        if (view.PostMortem.Facilitator is null
            && await facilitators.WarningAsync(view, person, person, new PostMortemKey(number), cancellationToken) is { } warning)
        {
            await modals.ShowAsync(request, warning, cancellationToken);
            return;
        }

        await facilitators.AppointAsync(view, person, person, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await replies.SendAsync(request, Mrkdwn.Raw("Thank you. I've sent you the next steps in a direct message."), cancellationToken);
    }
}
