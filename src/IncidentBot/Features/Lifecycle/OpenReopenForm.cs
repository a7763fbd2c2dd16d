using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Reopen" and <c>/incident reopen [REASON]</c>: reopens the incident; without a reason, opens the form.</summary>
internal sealed class OpenReopenForm(CommandOrForm commandOrForm) : IVerb, IBlockActionHandler
{
    public bool Reads(string arguments) => arguments.Length == 0;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => commandOrForm.RunCommandAsync(
        request, Form, (incident, reason, now) => incident.Reopen(reason, request.Actor, now), cancellationToken);

    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) =>
        commandOrForm.OpenFormAsync(request, Form, cancellationToken);

    private static Result<Modal> Form(Incident incident) =>
        incident.MayReopen() is { Refusal: { } refusal } ? refusal : ReopenModal.Render(incident);
}
