using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>Opens the declare modal from a command, a button or a shortcut.</summary>
internal sealed class DeclareOpener(IncidentDb db, IEarlierIncidents earlier, ModalOpener modals)
{
    private const int MaxListed = 5;

    /// <summary>From a command, whose channel can replace one that can't be created.</summary>
    public async Task<SlashCommandResponse> OpenAsync(SlashCommand command, string title, CancellationToken cancellationToken)
    {
        var form = await FormAsync(new PersonId(command.UserId), title, command.ChannelId, cancellationToken);
        return await modals.AnswerAsync(command, DeclareModal.Render(form), cancellationToken);
    }

    /// <summary>From a button or a shortcut; the channel is empty if there is none.</summary>
    public async Task ShowAsync(InteractionRequest request, string title, string channel, CancellationToken cancellationToken)
    {
        var form = await FormAsync(new PersonId(request.User.Id), title, channel, cancellationToken);
        await modals.ShowAsync(request, DeclareModal.Render(form), cancellationToken);
    }

    public async Task<DeclareForm> FormAsync(PersonId person, string title, string channel, CancellationToken cancellationToken)
    {
        var open = await db.OpenIncidentsFor(person).Take(MaxListed).ToListAsync(cancellationToken);
        var channels = await db.ChannelsOfAsync(open, cancellationToken);
        return new DeclareForm(
            title, open.ConvertAll(incident => new OpenIncident(incident, channels.GetValueOrDefault(incident.Number))), channel)
        {
            Earlier = await earlier.LikeAsync(title, person, cancellationToken),
        };
    }
}
