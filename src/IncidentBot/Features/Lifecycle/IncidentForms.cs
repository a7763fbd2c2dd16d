using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>A request to open a form about an incident.</summary>
internal sealed record FormRequest(PersonId Actor, int Number, string TriggerId)
{
    public static FormRequest From(VerbRequest request) => new(request.Actor, request.Incident, request.Command.TriggerId);

    public static FormRequest From(BlockActionRequest request) =>
        new(new PersonId(request.User.Id), ButtonValue.Read(request.Action.Data).Number(), request.TriggerId);
}

/// <summary>Opens a form about an incident for people who may change it.</summary>
internal sealed class IncidentForms(Access access, ModalOpener modals)
{
    /// <summary>Why it was not opened; null when it was.</summary>
    public async Task<Refusal?> OpenAsync(FormRequest request, Func<Incident, Result<Modal>> render, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(request.Actor, request.Number, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var modal = render(found.Value);
        if (!modal.Ok)
        {
            return modal.Refusal;
        }

        return await modals.OpenAsync(request.TriggerId, modal.Value, cancellationToken);
    }
}
