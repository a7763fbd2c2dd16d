using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Home;

/// <summary>
/// Answers <c>/incident asked</c>: everything that the person was asked and has not answered, with the buttons that answer it.
/// </summary>
internal sealed class AskedVerb(OpenQuestions questions, PeopleDirectory people, ModalOpener modals, TimeProvider time) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length == 0;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var reader = await people.FindAsync(request.Actor, cancellationToken);
        var waiting = await questions.OfAsync(reader, time.GetUtcNow(), cancellationToken);
        return await modals.AnswerAsync(request.Command, OpenQuestions.Modal(waiting), cancellationToken);
    }
}
