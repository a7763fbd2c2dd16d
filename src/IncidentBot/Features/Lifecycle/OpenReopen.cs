using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Reopen" and <c>/incident reopen [REASON]</c>: at once with a reason, otherwise with a form.</summary>
internal sealed class OpenReopen(TextOrForm ask) : IVerb, IBlockActionHandler
{
    public bool Reads(string arguments) => arguments.Length == 0;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => ask.AnswerAsync(
        request, Form, (incident, reason, now) => incident.Reopen(reason, request.Actor, now), cancellationToken);

    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) =>
        ask.ShowAsync(request, Form, cancellationToken);

    private static Result<Modal> Form(Incident incident) =>
        incident.MayReopen() is { Refusal: { } refusal } ? refusal : ReopenModal.Render(incident);
}
