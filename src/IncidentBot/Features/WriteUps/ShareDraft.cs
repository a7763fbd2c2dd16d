using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps;

/// <summary>
/// Answers "Share draft": posts the file in the channel for corrections, and sends it to the people who should sign off.
/// </summary>
internal sealed class ShareDraft(PostMortemChanges changes, IDraftCirculation circulation, PostMortemModals modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await changes.PressAsync(request, number, pressed => SendAsync(pressed, cancellationToken), cancellationToken)
            is not { View: var view })
        {
            return;
        }

        var asked = view.PostMortem.Meeting.Invitees.Count(invitee => invitee.IsSignOffPending);
        var signOffs = asked switch
        {
            0 => "",
            1 => " One person was asked to sign off.",
            _ => $" {asked} people were asked to sign off.",
        };
        await modals.AnswerAsync(
            request,
            view,
            Mrkdwn.Text($"The draft is in {IncidentWords.Place(view.Incident)}. Corrections are open until {Until(view)}.{signOffs}"),
            cancellationToken);
    }

    private async Task<Result> SendAsync(PostMortemRequest request, CancellationToken cancellationToken)
    {
        if (request.PostMortem.WriteUp.PublishedAt is not null)
        {
            return new Refusal("The write-up is already published. To make edits public, press *Publish correction* in the post-mortem.");
        }

        if (request.PostMortem.WriteUp.DraftedAt is null)
        {
            await circulation.SendAsync(request.View, request.By, cancellationToken);
        }

        return Result.Accepted;
    }

    private static Mrkdwn Until(PostMortemView view) =>
        PostMortemClock.CorrectionsUntil(view.PostMortem) is { } until ? Mrkdwn.Date(until) : Mrkdwn.Raw("it is published");
}
