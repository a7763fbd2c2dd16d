using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>Opens the declare modal from a command, a button or a shortcut.</summary>
internal sealed class DeclareOpener(IncidentDb db, ModalOpener modals)
{
    private const int MaxListed = 5;

    /// <summary>From a command, whose channel can replace one that can't be created.</summary>
    public async Task<SlashCommandResponse> OpenAsync(SlashCommand command, string title, CancellationToken cancellationToken)
    {
        var form = await FormAsync(new PersonId(command.UserId), title, command.ChannelId, cancellationToken);
        return await modals.AnswerAsync(command, DeclareModal.Render(form), cancellationToken);
    }

    /// <summary>From a button or a shortcut; the channel is empty when it was none.</summary>
    public async Task ShowAsync(InteractionRequest request, string title, string channel, CancellationToken cancellationToken)
    {
        var form = await FormAsync(new PersonId(request.User.Id), title, channel, cancellationToken);
        await modals.ShowAsync(request, DeclareModal.Render(form), cancellationToken);
    }

    public async Task<DeclareForm> FormAsync(PersonId person, string title, string channel, CancellationToken cancellationToken)
    {
        var open = await db.Incidents.AsNoTracking()
            .Where(IncidentVisibility.SeenBy(person))
            .WhereOpen()
            .OrderBy(incident => incident.Severity).ThenByDescending(incident => incident.Number)
            .Take(MaxListed).ToListAsync(cancellationToken);
        var numbers = open.ConvertAll(incident => incident.Number);
        var channels = await db.Channels.AsNoTracking().Where(channel => numbers.Contains(channel.IncidentNumber))
            .ToDictionaryAsync(channel => channel.IncidentNumber, cancellationToken);
        return new DeclareForm(
            title, open.ConvertAll(incident => new OpenIncident(incident, channels.GetValueOrDefault(incident.Number))), channel);
    }
}
