using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Help;

/// <summary>Answers the button of an incident after "Which incident?": runs the command as if it had been typed with its number.</summary>
internal sealed class RunCommand(IncidentCommand command, ResponseUrls responseUrls, IOptions<IncidentsOptions> options)
    : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var typed = new SlashCommand
        {
            Command = options.Value.Command,
            Text = request.Action.Data,
            UserId = request.User.Id,
            ChannelId = request.Channel?.Id ?? "",
            TeamId = request.Team?.Id ?? "",
            TriggerId = request.TriggerId,
            ResponseUrl = request.ResponseUrl,
        };
        var answer = await command.HandleAsync(typed, cancellationToken);
        var shown = answer.IsEmpty
            ? new ResponseUrlMessage { DeleteOriginal = true }
            : new ResponseUrlMessage { Text = answer.Text, Blocks = answer.Blocks, ReplaceOriginal = true };
        await responseUrls.PostAsync(request.ResponseUrl, shown, cancellationToken);
    }
}
