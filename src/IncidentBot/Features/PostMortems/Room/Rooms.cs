using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems.Room;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.PostMortems.Room;

/// <summary>A meeting to take part in: its board and its post-mortem.</summary>
internal sealed record OpenedRoom(Dossier Dossier, MeetingBoard Board);

/// <summary>The way to the board of a meeting for whoever pressed one of its buttons.</summary>
internal sealed class Rooms(IncidentDb db, Dossiers dossiers, Replies replies)
{
    /// <summary>The room to take part in; null when the person was told why not.</summary>
    public async Task<OpenedRoom?> FindOrTellAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = RoomKey.Read(request.Action.Data).Number;
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not { } dossier)
        {
            return null;
        }

        if (await db.Boards.SingleOrDefaultAsync(board => board.IncidentNumber == number, cancellationToken) is { } board)
        {
            return new OpenedRoom(dossier, board);
        }

        await replies.TellAsync(request, Mrkdwn.Raw("This meeting has not begun."), cancellationToken);
        return null;
    }

    /// <summary>The room to drive; null when the person was told who drives it.</summary>
    public async Task<OpenedRoom?> DriveOrTellAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await FindOrTellAsync(request, cancellationToken) is not { } room)
        {
            return null;
        }

        var person = new PersonId(request.User.Id);
        if (room.Dossier.Incident.Status != IncidentStatus.Resolved)
        {
            await replies.TellAsync(request, Mrkdwn.Raw("The incident was taken up again: the meeting waits until it is resolved."), cancellationToken);
            return null;
        }

        if (person == room.Board.Driver || person == room.Dossier.PostMortem.Facilitator)
        {
            return room;
        }

        await replies.TellAsync(
            request,
            Mrkdwn.Text($"{Mrkdwn.User(room.Board.Driver.Value)} drives this meeting. If you are to move it, press *I'll drive* on the board first."),
            cancellationToken);
        return null;
    }
}
