using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Reopen" and <c>/incident reopen [REASON]</c>: with a reason at once, without one it is asked for.</summary>
internal sealed class OpenReopen(IncidentForms forms, IncidentChanges changes, Replies replies) : IVerb, IBlockActionHandler
{
    public bool Reads(string arguments) => arguments.Length == 0;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var reason = SlackText.Plain(request.Arguments);
        return reason.Length == 0
            ? Answers.ToVerb(await OpenAsync(FormRequest.From(request), cancellationToken))
            : Answers.ToVerb(await changes.ApplyAsync(
                new ChangeRequest(request.Actor, request.Incident),
                (incident, now) => incident.Reopen(reason, request.Actor, now),
                cancellationToken));
    }

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) =>
        await replies.ToButtonAsync(request, await OpenAsync(FormRequest.From(request), cancellationToken), cancellationToken);

    private Task<Refusal?> OpenAsync(FormRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request, incident => incident.MayReopen() is { Refusal: { } refusal } ? refusal : ReopenModal.Render(incident), cancellationToken);
}
