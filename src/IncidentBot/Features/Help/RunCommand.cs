using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Help;

/// <summary>
/// Answers the button of an incident after "Which incident?" and the buttons at the end of the home tab: runs the command as if it had been
/// typed. On the home tab, which has no messages, the answer opens as a modal.
/// </summary>
internal sealed class RunCommand(
    IncidentCommand command, ResponseUrls responseUrls, ModalOpener modals, IOptions<IncidentsOptions> options)
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
        if (request.ResponseUrl.Length == 0)
        {
            await ShowAsync(request, answer, cancellationToken);
            return;
        }

        var shown = answer.IsEmpty
            ? new ResponseUrlMessage { DeleteOriginal = true }
            : new ResponseUrlMessage { Text = answer.Text, Blocks = answer.Blocks, ReplaceOriginal = true };
        await responseUrls.PostAsync(request.ResponseUrl, shown, cancellationToken);
    }

    private async Task ShowAsync(BlockActionRequest request, SlashCommandResponse answer, CancellationToken cancellationToken)
    {
        if (answer.Text is { } text)
        {
            var modal = new Modal("IncidentBot") { Close = "Close", Blocks = answer.Blocks ?? [new SectionBlock(text)] };
            await modals.ShowAsync(request, modal, cancellationToken);
        }
    }
}
