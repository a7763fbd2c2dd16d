using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Effects;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Board;

/// <summary>Answers what everybody in the room may press: "I'm here", "I'll drive", and "Blame is creeping in".</summary>
internal sealed class JoinMeeting(IncidentDb db, Boards boards, Replies replies, TimeProvider time) : IBlockActionHandler
{
    private const int AlarmMinutes = 3;

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await boards.FindOrTellAsync(request, cancellationToken) is not { } room)
        {
            return;
        }

        switch (request.Action.ActionId)
        {
            case BoardActions.Here:
                room.Board.Join(new PersonId(request.User.Id));
                break;
            case BoardActions.Wheel:
                room.Board.TakeWheel(new PersonId(request.User.Id));
                break;
            default:
                await AlarmAsync(room, cancellationToken);
                break;
        }

        db.RefreshBoard(room.PostMortemView.Number, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (request.Action.ActionId == BoardActions.Alarm)
        {
            await replies.TellAsync(request, Mrkdwn.Raw("Thank you. The board and the channel say it to everybody; nothing says who pressed it."), cancellationToken);
        }
    }

    /// <summary>Nothing about who pressed it is kept or sent. Several presses within three minutes are said once.</summary>
    private async Task AlarmAsync(OpenedRoom room, CancellationToken cancellationToken)
    {
        var (number, now) = (room.PostMortemView.Number, time.GetUtcNow());
        room.Board.SoundAlarm();
        await db.EnqueueOnceAsync(
            Lane.Incident(number),
            new Post(Address.Incident(number), MessageContent.Paragraph(BoardWords.BlameIsCreepingIn)),
            FormattableString.Invariant($"blame_alarm:{number}:{room.Board.Step}:{now.ToUnixTimeSeconds() / (AlarmMinutes * 60)}"),
            now,
            cancellationToken);
    }
}
