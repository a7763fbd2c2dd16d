using IncidentBot.Commands;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.WriteUps;

/// <summary>Answers <c>/incident pm publish</c>. For a published write-up, asks what was corrected and publishes a new version.</summary>
internal sealed class PublishCommand(IncidentDb db, Publishing publishing, ModalOpener modals) : IPostMortemCommand
{
    public IReadOnlyList<string> Words => ["publish"];

    public async Task<SlashCommandResponse> RunAsync(
        VerbRequest request, PostMortemView view, string arguments, CancellationToken cancellationToken)
    {
        if (view.PostMortem.WriteUp.PublishedAt is not null && publishing.MayPublish(view, request.Actor).Ok)
        {
            return await modals.AnswerAsync(request.Command, CorrectionModal.Render(new PostMortemKey(view.Number)), cancellationToken);
        }

        var published = await publishing.PublishAsync(view, request.Actor, cancellationToken);
        if (!published.Ok)
        {
            return SlashCommandResponse.Ephemeral(Mrkdwn.Text($"Not published yet. {published.Refusal.Sentence}"));
        }

        await db.SaveChangesAsync(cancellationToken);
        return SlashCommandResponse.Ephemeral(Mrkdwn.Text($"The write-up of incident {view.Number} is published."));
    }
}
