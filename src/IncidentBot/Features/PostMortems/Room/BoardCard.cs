using System.Globalization;
using IncidentBot.Outbox;
using IncidentBot.Slack.Blocks;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.PostMortems.Room;

/// <summary>The one live message that the facilitator drives the meeting with.</summary>
internal sealed class BoardCard(BoardViews views) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var number = int.Parse(subject, CultureInfo.InvariantCulture);
        return await views.FindAsync(number, cancellationToken) is { } view ? new CardView(Address.Incident(number), Render(view)) : null;
    }

    public static MessageContent Render(BoardView view) => view.Board.FinishedAt is null
        ? new MessageContent(
            Mrkdwn.Text($"Post-mortem of incident {view.Dossier.Number}: {BoardWords.Place(view.Board)}"),
            [
                new HeaderBlock($"Post-mortem of incident {view.Dossier.Number}"),
                new SectionBlock(BoardWords.Phase(view.Board)),
                .. PhasePanels.Render(view),
                .. Alarm(view),
                new DividerBlock(),
                new SectionBlock(Mrkdwn.Text($":bulb: {view.Board.PromptCard}"))
                {
                    Accessory = Button(RoomActions.Prompt, "Another prompt", FormattableString.Invariant($"{view.Dossier.Number}:{view.Board.Prompt}")),
                },
                new ActionsBlock([.. Drive(view)]),
                new ActionsBlock(
                    Button(RoomActions.Here, "I'm here", view.Dossier.Subject),
                    Button(RoomActions.Park, "Park it", view.Dossier.Subject),
                    Button(RoomActions.ParkingLot, view.Parked == 0 ? "Parking lot" : $"Parking lot ({view.Parked})", view.Dossier.Subject),
                    Button(RoomActions.Alarm, "Blame is creeping in", view.Dossier.Subject)),
                new SectionBlock(BoardWords.Crew(view.Board)) { Accessory = Button(RoomActions.Wheel, "I'll drive", view.Dossier.Subject) },
            ])
        : MeetingOver.Render(view);

    private static IEnumerable<IActionsElement> Drive(BoardView view)
    {
        var (board, profile) = (view.Board, view.Board.Profile);
        var index = profile.IndexOf(board.Visit.Phase);
        yield return board.IsInLastPhase
            ? Button(RoomActions.Finish, "End the meeting", view.Step) with { Style = ButtonStyle.Primary }
            : Button(RoomActions.Next, $"Next: {profile.Phases[index + 1].Name}", view.Step) with { Style = ButtonStyle.Primary };
        if (index > 0)
        {
            yield return Button(RoomActions.Back, "Back", view.Step);
        }

        var end = FormattableString.Invariant($"{view.Dossier.Number}:{board.Visit.EndsAt.ToUnixTimeSeconds()}");
        yield return Button(RoomActions.Extend, profile.IsAsync ? "A day more" : "+5 minutes", end);
        yield return Button(RoomActions.Directive, "Prime Directive", view.Step);
        yield return Button(RoomActions.Agenda, "Agenda", view.Dossier.Subject);
    }

    private static IEnumerable<Block> Alarm(BoardView view)
    {
        if (view.Board.Visit.Alarms > 0)
        {
            yield return new SectionBlock(BoardWords.BlameIsCreepingIn);
        }
    }

    private static Button Button(string action, string label, string value) => new(action, label) { Value = value };
}
