using IncidentBot.Commands;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Declare;

/// <summary>Answers "Try again" after a channel could not be created.</summary>
internal sealed class RetryChannel(Access access, MissingChannel missing) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        if (await access.FindOrReplyAsync(request, number, cancellationToken) is { } incident)
        {
            await missing.ContinueAsync(
                request, incident, Mrkdwn.Raw("Trying again. The channel will appear in your list in a moment."), cancellationToken);
        }
    }
}
