using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Post update" and <c>/incident update [TEXT]</c>: posts the text; without one, opens the form.</summary>
internal sealed class OpenUpdateForm(CommandOrForm commandOrForm) : IVerb, IBlockActionHandler
{
    public bool Reads(string arguments) => arguments.Length == 0;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => commandOrForm.RunCommandAsync(
        request, Form, (incident, text, now) => incident.PostUpdate(text, request.Actor, now), cancellationToken);

    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) =>
        commandOrForm.OpenFormAsync(request, Form, cancellationToken);

    private static Result<Modal> Form(Incident incident) =>
        incident.MayPostUpdate() is { Refusal: { } refusal } ? refusal : UpdateModal.Render(incident);
}
