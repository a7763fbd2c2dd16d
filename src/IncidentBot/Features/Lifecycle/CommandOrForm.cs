using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>A command with an optional text: with a text it acts at once, without one it opens the same form as its button.</summary>
internal sealed class CommandOrForm(IncidentForms forms, IncidentChanges changes, Replies replies)
{
    public async Task<SlashCommandResponse> RunCommandAsync(
        VerbRequest request,
        Func<Incident, Result<Modal>> form,
        Func<Incident, string, DateTimeOffset, Result> decide,
        CancellationToken cancellationToken)
    {
        var text = SlackText.Plain(request.Arguments);
        return text.Length == 0
            ? Answers.ToCommand(await forms.OpenAsync(FormRequest.From(request), form, cancellationToken))
            : Answers.ToCommand(await changes.ApplyAsync(
                new ChangeRequest(request.Actor, request.Incident), (incident, now) => decide(incident, text, now), cancellationToken));
    }

    public async Task OpenFormAsync(BlockActionRequest request, Func<Incident, Result<Modal>> form, CancellationToken cancellationToken) =>
        await replies.ToButtonAsync(request, await forms.OpenAsync(FormRequest.From(request), form, cancellationToken), cancellationToken);
}
