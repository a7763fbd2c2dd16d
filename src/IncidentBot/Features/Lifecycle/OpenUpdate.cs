using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Post update" and <c>/incident update [TEXT]</c>: with a text it is posted, without one it is asked for.</summary>
internal sealed class OpenUpdate(IncidentForms forms, IncidentChanges changes, Replies replies) : IVerb, IBlockActionHandler
{
    public bool Reads(string arguments) => arguments.Length == 0;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var text = SlackText.Plain(request.Arguments);
        return text.Length == 0
            ? Answers.ToVerb(await OpenAsync(FormRequest.From(request), cancellationToken))
            : Answers.ToVerb(await changes.ApplyAsync(
                new ChangeRequest(request.Actor, request.Incident),
                (incident, now) => incident.PostUpdate(text, request.Actor, now),
                cancellationToken));
    }

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) =>
        await replies.ToButtonAsync(request, await OpenAsync(FormRequest.From(request), cancellationToken), cancellationToken);

    private Task<Refusal?> OpenAsync(FormRequest request, CancellationToken cancellationToken) =>
        forms.OpenAsync(
            request, incident => incident.TakesUpdates() is { Refusal: { } refusal } ? refusal : UpdateModal.Render(incident), cancellationToken);
}
