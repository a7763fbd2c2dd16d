using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Post update" and <c>/incident update [TEXT]</c>: posts the text, or opens the form without one.</summary>
internal sealed class OpenUpdate(TextOrForm ask) : IVerb, IBlockActionHandler
{
    public bool Reads(string arguments) => arguments.Length == 0;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => ask.AnswerAsync(
        request, Form, (incident, text, now) => incident.PostUpdate(text, request.Actor, now), cancellationToken);

    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) =>
        ask.ShowAsync(request, Form, cancellationToken);

    private static Result<Modal> Form(Incident incident) =>
        incident.TakesUpdates() is { Refusal: { } refusal } ? refusal : UpdateModal.Render(incident);
}
