using IncidentBot.Domain;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>A meeting to take part in: its board and its post-mortem.</summary>
internal sealed record OpenedRoom(PostMortemView PostMortemView, MeetingBoard Board);

/// <summary>The way to the board of a meeting for whoever pressed one of its buttons.</summary>
internal sealed class Boards(IncidentDb db, PostMortemViews views, Replies replies)
{
    /// <summary>The room to take part in; null when the person was told why not.</summary>
    public async Task<OpenedRoom?> FindOrTellAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = BoardKey.Read(request.Action.Data).Number;
        if (await views.FindOrTellAsync(request, number, cancellationToken) is not { } view)
        {
            return null;
        }

        if (await db.Boards.SingleOrDefaultAsync(board => board.IncidentNumber == number, cancellationToken) is { } board)
        {
            return new OpenedRoom(view, board);
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
        if (room.PostMortemView.Incident.Status != IncidentStatus.Resolved)
        {
            await replies.TellAsync(request, Mrkdwn.Raw("The incident was taken up again: the meeting waits until it is resolved."), cancellationToken);
            return null;
        }

        if (person == room.Board.Driver || person == room.PostMortemView.PostMortem.Facilitator)
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
