using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Board;
using IncidentBot.Effects.Reminders;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>Tells the person who runs a meeting in writing that the time of a phase is up, once for each planned end.</summary>
internal sealed class AsyncStepReminders(IncidentDb db, PeopleDirectory people) : IReminderSource
{
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var boards = await db.Boards.AsNoTracking().Where(board => board.FinishedAt == null).ToListAsync(cancellationToken);
        var over = boards.FindAll(board => board.Profile.IsAsync && board.CurrentRun.EndsAt <= now);
        var runners = await people.FindAllAsync(over.Select(board => board.RunBy), cancellationToken);
        return over.ConvertAll(board => ReminderOf(board, runners[board.RunBy]));
    }

    private static DueReminder ReminderOf(MeetingBoard board, Person runner)
    {
        var end = board.CurrentRun.EndsAt.ToUnixTimeSeconds();
        return new DueReminder(
            runner,
            FormattableString.Invariant($"written_step_over:{board.IncidentNumber}:{end}"),
            BotMessageNames.WrittenStep,
            ButtonValue.Write(board.IncidentNumber, board.Step, end))
        {
            Incidents = [board.IncidentNumber],
            IsAtOnce = true,
        };
    }
}

/// <summary>Says that the time of a phase is up. Once the board has moved on, the card has no buttons.</summary>
internal sealed class AsyncStepCard(IncidentDb db) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var parts = ButtonValue.Read(subject);
        var (number, step, end) = (parts.Number(), parts.Number(1), parts.Seconds(2));
        return await db.Boards.AsNoTracking().SingleOrDefaultAsync(board => board.IncidentNumber == number, cancellationToken) is { } board
            ? new CardView(Address.Person(board.RunBy), Render(board, step, end))
            : null;
    }

    private static MessageContent Render(MeetingBoard board, int step, long end)
    {
        if (board.FinishedAt is not null || board.Step != step || board.CurrentRun.EndsAt.ToUnixTimeSeconds() != end)
        {
            return MessageContent.Paragraph(Mrkdwn.Text(
                $"The post-mortem of incident {board.IncidentNumber} has moved on since this reminder."));
        }

        var text = Mrkdwn.Text(
            $"Time for *{board.Phase.Name}* in the post-mortem of incident {board.IncidentNumber} is up. "
                + $"Go to the next phase, or add a day.");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                board.IsInLastPhase
                    ? new Button(BoardActions.Finish, "End meeting") { Value = ButtonValue.Write(board.IncidentNumber, step) }
                    : new Button(BoardActions.Next, "Next phase") { Value = ButtonValue.Write(board.IncidentNumber, step) },
                new Button(BoardActions.Extend, "+1 day") { Value = ButtonValue.Write(board.IncidentNumber, end) }));
    }
}
