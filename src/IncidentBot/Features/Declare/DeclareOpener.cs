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

    /// <summary>Opens it.</summary>
    /// <param name="triggerId">What Slack wants to see for a modal.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="title">What is known to be the title.</param>
    /// <param name="channel">Where it was asked for; empty when that was no channel.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<SlashCommandResponse> OpenAsync(
        string triggerId, PersonId person, string title, string channel, CancellationToken cancellationToken) =>
        await ShowAsync(triggerId, DeclareModal.Render(await FormAsync(person, title, channel, cancellationToken)), cancellationToken);

    /// <summary>Shows a form; Slack may be too slow for it.</summary>
    public async Task<SlashCommandResponse> ShowAsync(string triggerId, Modal form, CancellationToken cancellationToken)
    {
        var opened = await slack.SendAsync(new ViewsOpen(triggerId, form), cancellationToken);
        return opened.Ok
            ? SlashCommandResponse.Empty
            : SlashCommandResponse.Ephemeral(Mrkdwn.Raw("Slack did not open the form in time. Please type the command again."));
    }

    public async Task<DeclareForm> FormAsync(PersonId person, string title, string channel, CancellationToken cancellationToken)
    {
        var open = await db.Incidents.AsNoTracking()
            .Where(IncidentVisibility.SeenBy(person))
            .Where(incident => incident.Status != IncidentStatus.Resolved && incident.Status != IncidentStatus.Cancelled)
            .OrderBy(incident => incident.Severity).ThenByDescending(incident => incident.Number)
            .Take(MostListed).ToListAsync(cancellationToken);
        var numbers = open.ConvertAll(incident => incident.Number);
        var channels = await db.Channels.AsNoTracking().Where(channel => numbers.Contains(channel.IncidentNumber))
            .ToDictionaryAsync(channel => channel.IncidentNumber, cancellationToken);
        return new DeclareForm(title, open.ConvertAll(incident => new OpenIncident(incident, channels.GetValueOrDefault(incident.Number))), channel);
    }
}
