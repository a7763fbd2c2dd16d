using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Debriefs;

/// <summary>Answers "Debrief" on the resolve card and <c>/incident debrief</c>: the form, once the incident is over.</summary>
internal sealed class OpenDebrief(IncidentDb db, Access access, ModalOpener modals, Replies replies) : IVerb, IBlockActionHandler
{
    public bool Accepts(string arguments) => arguments.Length == 0;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var modal = await FormAsync(request.Actor, request.Incident, cancellationToken);
        return modal.Ok
            ? await modals.AnswerAsync(request.Command, modal.Value, cancellationToken)
            : SlashCommandResponse.Ephemeral(Mrkdwn.Escape(modal.Refusal.Sentence));
    }

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        var modal = await FormAsync(new PersonId(request.User.Id), number, cancellationToken);
        await (modal.Ok
            ? modals.ShowAsync(request, modal.Value, cancellationToken)
            : replies.SendAsync(request, Mrkdwn.Escape(modal.Refusal.Sentence), cancellationToken));
    }

    private async Task<Result<Modal>> FormAsync(PersonId person, int number, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(person, number, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        if (DebriefTime.Check(found.Value) is { Ok: false } tooEarly)
        {
            return tooEarly.Refusal;
        }

        var notes = await db.DebriefNotes.AsNoTracking().Where(note => note.IncidentNumber == number)
            .OrderBy(note => note.At).ThenBy(note => note.Id).ToListAsync(cancellationToken);
        return DebriefModal.Render(found.Value, notes);
    }
}

/// <summary>Whether an incident can be debriefed yet.</summary>
internal static class DebriefTime
{
    public static Result Check(Incident incident) => incident switch
    {
        { IsOpen: true } => new Refusal(
            $"Incident {incident.Number} is still open. Debrief once it is resolved; until then, add notes to the timeline."),
        { Status: IncidentStatus.Cancelled } => new Refusal($"Incident {incident.Number} was cancelled, so there's nothing to debrief."),
        _ => Result.Accepted,
    };
}
