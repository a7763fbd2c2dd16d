using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>Answers "Publish", and "Publish a correction" by asking what it corrects. Of two who publish, the second hears that it is out.</summary>
internal sealed class PublishWriteUp(IncidentDb db, Dossiers dossiers, Publishing publishing, PostMortemHub hub, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (number, pressed) = (PostMortemKey.ReadValue(request.Action.Data).Number, PostMortemKey.ReadValue(request.Action.Data).Section);
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not { } dossier)
        {
            return;
        }

        var by = new PersonId(request.User.Id);
        if (pressed == PostMortemActions.Correction && publishing.May(dossier, by).Ok)
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
        var first = dossier.PostMortem.LastChangeOf(PostMortemPart.WriteUp)?.By ?? by;
        var sentence = first == by
            ? Mrkdwn.Text($"The write-up of incident {number} is published.")
            : Mrkdwn.Text($"{Mrkdwn.User(first.Value)} published it already. What changes from now on goes out with *Publish a correction*.");
        await hub.AnswerAsync(request, dossier, sentence, cancellationToken);
        if (first != by && request.View is not null)
        {
            await replies.TellAsync(request, sentence, cancellationToken);
        }
    }

    public static Mrkdwn Refused(Refusal refusal) => Mrkdwn.Text($"*Not published yet.* {refusal.Sentence}");
}
