using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems.Room;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.PostMortems.Room;

/// <summary>What opening the room asks first, or why it does not open.</summary>
internal sealed class RoomDoor(IncidentDb db)
{
    public static Refusal? WhyNot(Dossier dossier) => dossier.Incident.Status == IncidentStatus.Resolved
        ? null
        : new Refusal($"Incident {dossier.Number} is open again. Resolve it first: during an incident the channel is the place to talk.");

    public Task<bool> HasBoardAsync(Dossier dossier, CancellationToken cancellationToken) =>
        db.Boards.AnyAsync(board => board.IncidentNumber == dossier.Number, cancellationToken);

    /// <summary>Where the board is, for whoever wanted to start a meeting that was started.</summary>
    public static Mrkdwn ItIsThere(Dossier dossier) =>
        Mrkdwn.Text($"The board of this meeting is in {IncidentWords.Place(dossier.Incident)} already. If it was held, *Go on with the meeting* is on it.");
}

/// <summary>Answers "Start the meeting": asks which agenda.</summary>
internal sealed class OpenRoom(Dossiers dossiers, RoomDoor door, PostMortemHub hub, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = RoomKey.Read(request.Action.Data).Number;
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not { } dossier)
        {
            return;
        }

        if (RoomDoor.WhyNot(dossier) is { } refusal)
        {
            await replies.TellAsync(request, Mrkdwn.Escape(refusal.Sentence), cancellationToken);
        }
        else if (await door.HasBoardAsync(dossier, cancellationToken))
        {
            await replies.TellAsync(request, RoomDoor.ItIsThere(dossier), cancellationToken);
        }
        else
        {
            await hub.ShowAsync(request, AgendaModal.ToBegin(dossier, PostMortemHub.HubOf(request)), cancellationToken);
        }
    }
}

/// <summary>Answers the start form: the board appears and what was due is met. Sent twice, or by two people, it begins once.</summary>
internal sealed class BeginMeeting(IncidentDb db, Dossiers dossiers, RoomDoor door, PostMortemHub hub, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var (by, now) = (new PersonId(submission.User.Id), time.GetUtcNow());
        var found = await dossiers.FindAsync(by, key.Number, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(submission.View.InputBlockIds[0], found.Refusal.Sentence);
        }

        var dossier = found.Value;
        var held = dossier.PostMortem.MarkHeld(dossier.Incident.Status == IncidentStatus.Resolved, by, now);
        if (!held.Ok)
        {
            return ViewSubmissionResponse.Error(submission.View.InputBlockIds[0], held.Refusal.Sentence);
        }

        if (AgendaModal.Read(submission.View.State) is { } profile && !await door.HasBoardAsync(dossier, cancellationToken))
        {
            db.Boards.Add(MeetingBoard.Open(dossier.Number, profile, dossier.PostMortem.Facilitator ?? by, now));
            db.RefreshBoard(dossier.Number, now);
            db.RefreshSurfaces(dossier.Incident, now);
            await db.SaveChangesAsync(cancellationToken);
        }

        await hub.RefreshAsync(key, dossier, cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
