using System.Globalization;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.NearMisses;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare.NearMisses;

/// <summary>Asks for the title of the incident that is made of a near miss.</summary>
internal static class NearMissPostMortemModal
{
    public const string CallbackId = "near_miss_post_mortem";

    /// <summary>Value: the near miss's number.</summary>
    public const string Open = "near_miss_post_mortem_open";

    public static Button Button(NearMiss nearMiss) =>
        new(Open, "Hold post-mortem") { Value = nearMiss.Number.ToString(CultureInfo.InvariantCulture) };

    public static Modal Render(NearMiss nearMiss) => new("Hold post-mortem")
    {
        CallbackId = CallbackId,
        PrivateMetadata = nearMiss.Number.ToString(CultureInfo.InvariantCulture),
        Submit = "Start",
        Close = "Cancel",
        Blocks =
        [
            new SectionBlock(Mrkdwn.Text($"{nearMiss.WhatHappened}")),
            new ContextBlock(Mrkdwn.Raw(
                "Near misses teach as much as incidents. This makes an incident with a channel of it; you lead its post-mortem, which "
                    + "takes 30 minutes.")),
            IncidentFields.Title("Title", nearMiss.WhatHappened),
        ],
    };
}

/// <summary>Answers "Hold post-mortem" on a near miss: an incident is made of it, once.</summary>
internal sealed class HoldNearMissPostMortem(IncidentDb db, NewIncidents incidents, ModalOpener modals)
    : IBlockActionHandler, IViewSubmissionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(request.Action.Data, cancellationToken) is { } nearMiss)
        {
            await modals.ShowAsync(request, NearMissPostMortemModal.Render(nearMiss), cancellationToken);
        }
    }

    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        if (await FindAsync(submission.View.PrivateMetadata, cancellationToken) is not { } nearMiss)
        {
            return ViewSubmissionResponse.Close;
        }

        var title = submission.View.State.Text(IncidentFields.Blocks.Title);
        return await incidents.AddAsync(
            submission, nearMiss.AsIncident(title, new PersonId(submission.User.Id)), nearMiss, cancellationToken);
    }

    private Task<NearMiss?> FindAsync(string? value, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(value).Number();
        return db.NearMisses.SingleOrDefaultAsync(each => each.Number == number, cancellationToken);
    }
}
