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

/// <summary>A meeting that has been started: its post-mortem and its board.</summary>
internal sealed record StartedMeeting(PostMortemView PostMortemView, MeetingBoard Board)
{
    /// <summary>The facilitator may always run the board; everyone else takes it over first.</summary>
    public bool IsRunBy(PersonId person) => person == Board.RunBy || person == PostMortemView.PostMortem.Facilitator;
}

/// <summary>Finds the board for someone who pressed one of its buttons.</summary>
internal sealed class Boards(IncidentDb db, PostMortemViews views, Replies replies)
{
    private const string OpenAgain = "The incident is open again. Resolve the incident first, then continue the meeting.";

    private const string NotYet = "This meeting hasn't started yet.";

    public static Mrkdwn NotStarted { get; } = Mrkdwn.Raw(NotYet);

    /// <summary>The meeting; null when the person was told why there is none for them.</summary>
    public async Task<StartedMeeting?> FindOrReplyAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = BoardKey.Read(request.Action.Data).Number;
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return null;
        }

        if (await db.Boards.SingleOrDefaultAsync(board => board.IncidentNumber == number, cancellationToken) is { } board)
        {
            return new StartedMeeting(view, board);
        }

        await replies.SendAsync(request, NotStarted, cancellationToken);
        return null;
    }

    /// <summary>The meeting, for the person who runs it; null when someone else does, which the reply says.</summary>
    public async Task<StartedMeeting?> FindToRunAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await FindOrReplyAsync(request, cancellationToken) is not { } meeting)
        {
            return null;
        }

        if (meeting.PostMortemView.Incident.Status != IncidentStatus.Resolved)
        {
            await replies.SendAsync(request, Mrkdwn.Raw(OpenAgain), cancellationToken);
            return null;
        }

        if (meeting.IsRunBy(new PersonId(request.User.Id)))
        {
            return meeting;
        }

        var sentence = Mrkdwn.Text($"{Mrkdwn.User(meeting.Board.RunBy.Value)} runs this meeting. Take over to move the board yourself.");
        var takeOver = new Button(BoardActions.TakeOver, "Take over") { Value = meeting.PostMortemView.Subject };
        await replies.SendAsync(request, sentence, [new SectionBlock(sentence), new ActionsBlock(takeOver)], cancellationToken);
        return null;
    }

    /// <summary>
    /// The same for a form, which may be sent long after it was opened, or by someone for whom it never opened. A form shows no mention,
    /// so the refusal does not name who runs the meeting.
    /// </summary>
    public async Task<Result<StartedMeeting>> FindToRunAsync(PostMortemRequest request, CancellationToken cancellationToken)
    {
        if (await db.Boards.SingleOrDefaultAsync(board => board.IncidentNumber == request.View.Number, cancellationToken) is not { } board)
        {
            return new Refusal(NotYet);
        }

        var meeting = new StartedMeeting(request.View, board);
        return request.View.Incident.Status != IncidentStatus.Resolved ? new Refusal(OpenAgain)
            : meeting.IsRunBy(request.By) ? meeting
            : new Refusal("Someone else runs this meeting. Press Take over on the board first.");
    }
}
