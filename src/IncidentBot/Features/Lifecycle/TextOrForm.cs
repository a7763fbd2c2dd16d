using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>A verb with a text: carried out at once with a text; without one, it opens the same form as its button.</summary>
internal sealed class TextOrForm(IncidentForms forms, IncidentChanges changes, Replies replies)
{
    public async Task<SlashCommandResponse> AnswerAsync(
        VerbRequest request,
        Func<Incident, Result<Modal>> form,
        Func<Incident, string, DateTimeOffset, Result> decide,
        CancellationToken cancellationToken)
    {
        var text = SlackText.Plain(request.Arguments);
        return text.Length == 0
            ? Answers.ToVerb(await forms.OpenAsync(FormRequest.From(request), form, cancellationToken))
            : Answers.ToVerb(await changes.ApplyAsync(
                new ChangeRequest(request.Actor, request.Incident), (incident, now) => decide(incident, text, now), cancellationToken));
    }

    public async Task ShowAsync(BlockActionRequest request, Func<Incident, Result<Modal>> form, CancellationToken cancellationToken) =>
        await replies.ToButtonAsync(request, await forms.OpenAsync(FormRequest.From(request), form, cancellationToken), cancellationToken);
}
