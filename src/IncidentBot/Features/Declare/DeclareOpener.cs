using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>Opens the declare modal, from wherever it was asked for.</summary>
internal sealed class DeclareOpener(IncidentDb db, ISlackApi slack)
{
    private const int MostListed = 5;

    public async Task<SlashCommandResponse> OpenAsync(string triggerId, PersonId person, string title, CancellationToken cancellationToken)
    {
        var form = await FormAsync(person, title, cancellationToken);
        var opened = await slack.SendAsync(new ViewsOpen(triggerId, DeclareModal.Render(form)), cancellationToken);
        return opened.Ok
            ? SlashCommandResponse.Empty
            : SlashCommandResponse.Ephemeral(Mrkdwn.Raw("Slack did not open the form in time. Please type the command again."));
    }

    public async Task<DeclareForm> FormAsync(PersonId person, string title, CancellationToken cancellationToken)
    {
        var open = await db.Incidents.AsNoTracking()
            .Where(IncidentVisibility.SeenBy(person))
            .Where(incident => incident.Status != IncidentStatus.Resolved && incident.Status != IncidentStatus.Cancelled)
            .OrderBy(incident => incident.Severity).ThenByDescending(incident => incident.Number)
            .Take(MostListed).ToListAsync(cancellationToken);
        var numbers = open.ConvertAll(incident => incident.Number);
        var channels = await db.Channels.AsNoTracking().Where(channel => numbers.Contains(channel.IncidentNumber))
            .ToDictionaryAsync(channel => channel.IncidentNumber, cancellationToken);
        return new DeclareForm(title, open.ConvertAll(incident => new OpenIncident(incident, channels.GetValueOrDefault(incident.Number))));
    }
}
