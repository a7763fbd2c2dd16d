using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Hand over lead" on the card and in the edit form, and <c>/incident handover [@name]</c>.</summary>
internal sealed class OpenHandover(IncidentForms forms, Access access, ModalOpener modals, Replies replies) : IVerb, IBlockActionHandler
{
    public bool Accepts(string arguments) => arguments.Length == 0 || RoleAssignments.NamesOnePerson(arguments);

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var named = SlackText.MentionedUsers(request.Arguments) is [var user, ..] ? new PersonId(user) : (PersonId?)null;
        return Answers.ToCommand(await forms.OpenAsync(
            FormRequest.From(request),
            incident => incident.MayHandOver() is { Refusal: { } refusal } ? refusal : HandoverModal.Render(incident, named),
            cancellationToken));
    }

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await access.FindOrReplyAsync(request, ButtonValue.Read(request.Action.Data).Number(), cancellationToken) is not { } incident)
        {
            return;
        }

        if (incident.MayHandOver() is { Refusal: { } refusal })
        {
            await replies.SendAsync(request, Mrkdwn.Escape(refusal.Sentence), cancellationToken);
            return;
        }

        await modals.ShowAsync(request, HandoverModal.Render(incident), cancellationToken);
    }
}
