using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.Room;

/// <summary>Answers "Other dates" on the board.</summary>
internal sealed class OpenFollowUps(Rooms rooms, ModalOpener modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await rooms.FindOrTellAsync(request, cancellationToken) is { } room)
        {
            await modals.ShowAsync(request, FollowUpModal.Render(room.Dossier), cancellationToken);
        }
    }
}

/// <summary>Keeps the days on which the post-mortem is looked at again.</summary>
internal sealed class ChooseFollowUps(IncidentDb db, Dossiers dossiers, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (number, by, now) = (PostMortemKey.Read(submission.View.PrivateMetadata).Number, new PersonId(submission.User.Id), time.GetUtcNow());
        var found = await dossiers.FindAsync(by, number, cancellationToken);
        var chosen = found.Ok
            ? found.Value.PostMortem.ChooseFollowUps(FollowUpModal.Read(submission.View.State), DateOnly.FromDateTime(now.UtcDateTime), by, now)
            : found.Refusal;
        if (!chosen.Ok)
        {
            return ViewSubmissionResponse.Error(chosen.Refusal.Field ?? "effectiveness", chosen.Refusal.Sentence);
        }

        await db.RefreshBoardAsync(number, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
