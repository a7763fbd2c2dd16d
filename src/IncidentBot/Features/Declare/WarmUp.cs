using IncidentBot.Operations;
using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Declare;

/// <summary>
/// Warms up before the service reports that it is ready: a command through router, database and a rendered modal, and a declaration
/// that is rolled back, so that the first real command is fast enough for its trigger.
/// Nothing is sent to Slack, and nothing is saved.
/// </summary>
internal sealed class WarmUp(
    SlackRouter router,
    IServiceScopeFactory scopes,
    IOptions<IncidentsOptions> options,
    Readiness readiness,
    TimeProvider time) : BackgroundService
{
    // No database assigns this number, and setting it avoids a gap in the sequence.
    private const int RehearsalNumber = -1;
    private static readonly PersonId RehearsalPerson = new("U0");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.StorageIsReadyAsync(stoppingToken);
        using (RehearsedCalls.Begin())
        {
            await RehearseCommandsAsync(stoppingToken);
        }

        await RehearseDeclaringAsync(stoppingToken);
        readiness.Fulfil("warm-up");
    }

    private async Task RehearseCommandsAsync(CancellationToken cancellationToken)
    {
        foreach (var text in new[] { "help", "" })
        {
            await router.DispatchCommandAsync(
                new SlashCommand
                {
                    Command = options.Value.Command,
                    Text = text,
                    UserId = RehearsalPerson.Value,
                    ChannelId = "C0",
                    TeamId = "",
                    TriggerId = "",
                },
                cancellationToken);
        }
    }

    private async Task RehearseDeclaringAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        var declared = Incident.Declare(new Declaration("Rehearsal", Severity.Sev4), RehearsalPerson, time.GetUtcNow());
        if (declared is not { Ok: true, Value: var incident })
        {
            return;
        }

        await db.RehearseAsync(
            async () =>
            {
                db.Incidents.Add(incident).Property(each => each.Number).CurrentValue = RehearsalNumber;
                db.Channels.Add(new IncidentChannel { IncidentNumber = RehearsalNumber, WantedName = "rehearsal" });
                db.RefreshCards(incident, time.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        _ = DeclaredModal.Render(incident, null);
    }
}
