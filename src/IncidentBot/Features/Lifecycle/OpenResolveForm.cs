using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Resolve" and <c>/incident resolve</c>: opens the resolve form.</summary>
internal sealed class OpenResolveForm(IncidentForms forms, Replies replies, TimeProvider time) : IVerb, IBlockActionHandler
{
    public bool Accepts(string arguments) => arguments.Length == 0;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) =>
        Answers.ToCommand(await OpenAsync(FormRequest.From(request), cancellationToken));

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) =>
        await replies.ToButtonAsync(request, await OpenAsync(FormRequest.From(request), cancellationToken), cancellationToken);

    private Task<Refusal?> OpenAsync(FormRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        incident => incident.MayResolve() is { Refusal: { } refusal } ? refusal : ResolveModal.Render(incident, time.GetUtcNow()),
        cancellationToken);
}
