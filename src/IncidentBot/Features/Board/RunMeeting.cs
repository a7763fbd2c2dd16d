using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Board;
using IncidentBot.Features.Board.Panels;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Board;

/// <summary>
/// Answers the buttons that move the board, for the person who runs it. Two presses on the same card are one step: a button's value
/// holds the step at which it was shown, and the second press finds that the board has moved on.
/// </summary>
internal sealed class RunMeeting(
    IncidentDb db, Boards boards, BoardPosts posts, ClosingSteps closing, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await boards.FindToRunAsync(request, cancellationToken) is not { } meeting)
        {
            return;
        }

        var (key, by, now) = (BoardKey.Read(request.Action.Data), new PersonId(request.User.Id), time.GetUtcNow());
        if (request.Action.ActionId == BoardActions.PrimeDirective)
        {
            await posts.NotifyAsync(
                key.Number,
                MessageContent.Paragraph(OpeningPanel.Directive),
                FormattableString.Invariant($"prime_directive:{key.Number}:{now.ToUnixTimeSeconds() / 60}"),
                cancellationToken);
        }

        var wasForgotten = !meeting.Board.IsRunning(now);
        Move(request.Action.ActionId, meeting, key, by, now);
        if (wasForgotten && meeting.Board.IsRunning(now))
        {
            // A board that was forgotten for a day is not pinned any more.
            var place = new PlaceBoard(key.Number);
            db.Enqueue(place.Lane, place, now);
        }

        await closing.PrepareAsync(meeting, by, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Move(string action, StartedMeeting meeting, BoardKey key, PersonId by, DateTimeOffset now)
    {
        switch (action)
        {
            case BoardActions.Next:
                meeting.Board.Next((int)key.Shown, now);
                break;
            case BoardActions.Back:
                meeting.Board.Back((int)key.Shown, now);
                break;
            case BoardActions.Finish:
                meeting.Board.Finish((int)key.Shown, now);
                break;
            case BoardActions.Extend:
                meeting.Board.Extend(DateTimeOffset.FromUnixTimeSeconds(key.Shown), now);
                break;
            case BoardActions.PreviousEntry or BoardActions.NextEntry:
                meeting.Board.GoToEntry((int)key.Shown);
                break;
            case BoardActions.Resume:
                meeting.Board.Resume(by, now);
                break;
            case BoardActions.AgreeOnTimeline:
                meeting.PostMortemView.PostMortem.WriteUp.AgreeOnTimeline(by, now);
                break;
            case BoardActions.ReopenTimeline:
                meeting.PostMortemView.PostMortem.WriteUp.ReopenTimeline(by, now);
                break;
        }
    }
}

/// <summary>What a meeting needs before it ends: the dates of the follow-up reviews and, in writing, the draft.</summary>
internal sealed class ClosingSteps(ReviewDates dates, IDraftCirculation circulation)
{
    /// <summary>Prepares what the current phase needs; the caller saves.</summary>
    public async Task PrepareAsync(StartedMeeting meeting, PersonId by, CancellationToken cancellationToken)
    {
        if (meeting.Board.IsInLastPhase)
        {
            // No one should leave the meeting without follow-up dates.
            dates.FillIn(meeting.PostMortemView.PostMortem);
        }

        if (meeting.Board.CurrentRun.Phase == AgendaPhaseKind.SignOff
            && meeting.PostMortemView.PostMortem is { WriteUp.DraftedAt: null, WriteUp.PublishedAt: null })
        {
            await circulation.SendAsync(meeting.PostMortemView, by, cancellationToken);
        }
    }
}
