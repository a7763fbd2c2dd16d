using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Board;

/// <summary>Answers the menus at the end of the board's rows: does what the button for the chosen option would do.</summary>
internal sealed class BoardMenu(RunMeeting run, JoinMeeting join, OpenAgenda agenda, OpenParkingLot parkingLot) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.Action.Data?.Split(':', 2) is not [var action, var value])
        {
            return Task.CompletedTask;
        }

        IBlockActionHandler handler = action switch
        {
            BoardActions.Agenda => agenda,
            BoardActions.Park or BoardActions.ParkingLot => parkingLot,
            BoardActions.Join or BoardActions.TakeOver => join,
            _ => run,
        };
        var pressed = request.Action with { ActionId = action, Value = value, SelectedOption = null };
        return handler.HandleAsync(request with { Action = pressed }, cancellationToken);
    }
}
