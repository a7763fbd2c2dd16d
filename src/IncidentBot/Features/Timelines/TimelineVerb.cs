using IncidentBot.Commands;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers <c>/incident timeline</c> with the review list.</summary>
internal sealed class TimelineVerb(Access access, ReviewScreen screen, ModalOpener modals) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length == 0;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(request.Actor, request.Incident, cancellationToken);
        if (!found.Ok)
        {
            return SlashCommandResponse.Ephemeral(Mrkdwn.Escape(found.Refusal.Sentence));
        }

        var modal = await screen.RenderAsync(found.Value, new ReviewPage(request.Incident), request.Actor, cancellationToken);
        return await modals.AnswerAsync(request.Command, modal, cancellationToken);
    }
}
