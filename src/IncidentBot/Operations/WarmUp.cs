using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Operations;

/// <summary>
/// Rehearses one command before we say that we are ready: router, database and a rendered modal have run once by then, so
/// that the first person does not pay for it with an expired trigger. The rehearsal is typed by nobody and changes nothing.
/// </summary>
internal sealed class WarmUp(SlackRouter router, IOptions<IncidentsOptions> options, Readiness readiness) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.StorageIsReadyAsync(stoppingToken);
        foreach (var text in new[] { "help", "" })
        {
            await router.DispatchCommandAsync(
                new SlashCommand { Command = options.Value.Command, Text = text, UserId = "U0", ChannelId = "C0", TeamId = "", TriggerId = "" },
                stoppingToken);
        }

        readiness.Fulfil("warm-up");
    }
}
