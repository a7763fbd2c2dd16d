using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems.Room;
using IncidentBot.Features.PostMortems.FollowingUp;
using IncidentBot.Features.PostMortems.Room.Panels;
using IncidentBot.Features.PostMortems.WriteUps;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.PostMortems.Room;

/// <summary>
/// Answers the buttons that move the board, for whoever drives. Two presses on the same card are one step: what a button was
/// shown with travels in its value, and the second one finds the room moved.
/// </summary>
internal sealed class DriveMeeting(IncidentDb db, Rooms rooms, DraftCirculation circulation, OfferedDays days, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await rooms.DriveOrTellAsync(request, cancellationToken) is not { } room)
        {
            return;
        }

        var (key, by, now) = (RoomKey.Read(request.Action.Data), new PersonId(request.User.Id), time.GetUtcNow());
        if (request.Action.ActionId == RoomActions.Directive)
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
            // Nobody leaves without a day on which it is looked at again (R140).
            days.FillIn(room.Dossier.PostMortem);
        }

        if (room is { Board.Visit.Phase: AgendaPhaseKind.SignOff, Dossier.PostMortem: { DraftedAt: null, PublishedAt: null } })
        {
            await circulation.SendAsync(room.Dossier, by, cancellationToken);
        }

        db.RefreshBoard(key.Number, now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Move(string action, OpenedRoom room, RoomKey key, PersonId by, DateTimeOffset now)
    {
        switch (action)
        {
            case RoomActions.Next:
                room.Board.Next((int)key.Shown, now);
                break;
            case RoomActions.Back:
                room.Board.Back((int)key.Shown, now);
                break;
            case RoomActions.Finish:
                room.Board.Finish((int)key.Shown, now);
                break;
            case RoomActions.Extend:
                room.Board.Extend(DateTimeOffset.FromUnixTimeSeconds(key.Shown), now);
                break;
            case RoomActions.WalkBack or RoomActions.WalkOn:
                room.Board.WalkTo((int)key.Shown);
                break;
            case RoomActions.Resume:
                room.Board.Resume(by, now);
                break;
            case RoomActions.Agreed:
                room.Dossier.PostMortem.AgreeOnTimeline(by, now);
                break;
            case RoomActions.NotAgreed:
                room.Dossier.PostMortem.ReopenTimeline(by, now);
                break;
        }
    }
}
