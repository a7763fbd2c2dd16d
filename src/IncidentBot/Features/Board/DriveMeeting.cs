using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Board;
using IncidentBot.Effects;
using IncidentBot.Features.Board.Panels;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Board;

/// <summary>
/// Answers the buttons that move the board, for whoever drives. Two presses on the same card are one step: what a button was
/// shown with travels in its value, and the second one finds the room moved.
/// </summary>
internal sealed class DriveMeeting(IncidentDb db, Boards boards, IDraftCirculation circulation, ReviewDates days, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await boards.DriveOrTellAsync(request, cancellationToken) is not { } room)
        {
            return;
        }

        var (key, by, now) = (BoardKey.Read(request.Action.Data), new PersonId(request.User.Id), time.GetUtcNow());
        if (request.Action.ActionId == BoardActions.Directive)
        {
            await db.EnqueueOnceAsync(
                Lane.Incident(key.Number),
                new Post(Address.Incident(key.Number), MessageContent.Paragraph(SetTheRoomPanel.Directive)),
                FormattableString.Invariant($"prime_directive:{key.Number}:{now.ToUnixTimeSeconds() / 60}"),
                now,
                cancellationToken);
        }

        Move(request.Action.ActionId, room, key, by, now);
        if (room.Board.IsInLastPhase)
        {
            // Nobody leaves without a day on which it is looked at again.
            days.FillIn(room.PostMortemView.PostMortem);
        }

        if (room is { Board.Visit.Phase: AgendaPhaseKind.SignOff, PostMortemView.PostMortem: { DraftedAt: null, PublishedAt: null } })
        {
            await circulation.SendAsync(room.PostMortemView, by, cancellationToken);
        }

        db.RefreshBoard(key.Number, now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Move(string action, OpenedRoom room, BoardKey key, PersonId by, DateTimeOffset now)
    {
        switch (action)
        {
            case BoardActions.Next:
                room.Board.Next((int)key.Shown, now);
                break;
            case BoardActions.Back:
                room.Board.Back((int)key.Shown, now);
                break;
            case BoardActions.Finish:
                room.Board.Finish((int)key.Shown, now);
                break;
            case BoardActions.Extend:
                room.Board.Extend(DateTimeOffset.FromUnixTimeSeconds(key.Shown), now);
                break;
            case BoardActions.WalkBack or BoardActions.WalkOn:
                room.Board.WalkTo((int)key.Shown);
                break;
            case BoardActions.Resume:
                room.Board.Resume(by, now);
                break;
            case BoardActions.Agreed:
                room.PostMortemView.PostMortem.AgreeOnTimeline(by, now);
                break;
            case BoardActions.NotAgreed:
                room.PostMortemView.PostMortem.ReopenTimeline(by, now);
                break;
        }
    }
}
