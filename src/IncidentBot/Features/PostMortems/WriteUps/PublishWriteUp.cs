using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>Answers "Publish"; once it is published, asks what a correction corrects.</summary>
internal sealed class PublishWriteUp(IncidentDb db, Dossiers dossiers, Publishing publishing, PostMortemHub hub, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not { } dossier)
        {
            return;
        }

        var by = new PersonId(request.User.Id);
        if (dossier.PostMortem.PublishedAt is not null && publishing.May(dossier, by).Ok)
        {
            var key = new PostMortemKey(number, Hub: PostMortemHub.HubOf(request));
            await hub.ShowAsync(request, CorrectionModal.Render(key), cancellationToken);
            return;
        }

        var published = await publishing.PublishAsync(dossier, by, cancellationToken);
        if (!published.Ok)
        {
            await replies.TellAsync(request, Refused(published.Refusal), cancellationToken);
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
        await hub.AnswerAsync(request, dossier, Mrkdwn.Text($"The write-up of incident {number} is published."), cancellationToken);
    }

    public static Mrkdwn Refused(Refusal refusal) => Mrkdwn.Text($"*Not published yet.* {refusal.Sentence}");
}
