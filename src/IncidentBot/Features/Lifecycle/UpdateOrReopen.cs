using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>
/// Answers "Post update" and <c>/incident update [TEXT]</c>, "Reopen" and <c>/incident reopen [REASON]</c>: a command with a text acts at
/// once; without one it opens the same form as its button.
/// </summary>
internal sealed class UpdateOrReopen(
    IncidentForms forms, IncidentChanges changes, Replies replies, PlainMessageText plainText) : IVerb, IBlockActionHandler
{
    public bool Accepts(string arguments) => arguments.Length == 0;

    public static bool WaitsInModal(string arguments) => arguments.Length == 0;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var (choice, text) = (ChoiceOf(request.Word), await plainText.OfAsync(request.Arguments, cancellationToken));
        return text.Length == 0
            ? Answers.ToCommand(await forms.OpenAsync(FormRequest.From(request), choice.Form, cancellationToken))
            : Answers.ToCommand(await changes.ApplyAsync(
                new ChangeRequest(request.Actor, request.Incident),
                (incident, now) => choice.Decide(incident, text, request.Actor, now),
                cancellationToken));
    }

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var form = ChoiceOf(request.Action.ActionId).Form;
        await replies.ToButtonAsync(request, await forms.OpenAsync(FormRequest.From(request), form, cancellationToken), cancellationToken);
    }

    private static Choice ChoiceOf(string wordOrButton) => wordOrButton switch
    {
        "update" or CardActions.PostUpdate => new(
            incident => incident.MayPostUpdate() is { Refusal: { } refusal } ? refusal : UpdateModal.Render(incident),
            (incident, text, by, now) => incident.PostUpdate(text, by, now)),
        "reopen" or CardActions.Reopen => new(
            incident => incident.MayReopen() is { Refusal: { } refusal } ? refusal : ReopenModal.Render(incident),
            (incident, reason, by, now) => incident.Reopen(reason, by, now)),
        _ => throw new ArgumentOutOfRangeException(nameof(wordOrButton), wordOrButton, "Neither an update nor a reopening."),
    };

    private sealed record Choice(
        Func<Incident, Result<Modal>> Form, Func<Incident, string, PersonId, DateTimeOffset, Result> Decide);
}
