using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Surfaces;

/// <summary>What the modal becomes once the incident is declared: first the promise of a channel, then the way to it.</summary>
internal static class DeclaredModal
{
    public static Modal Render(Incident incident, IncidentChannel? channel) => new($"Incident {incident.Number}")
    {
        Close = "Done",
        Blocks =
        [
            new SectionBlock(Mrkdwn.Text($"{IncidentWords.Of(incident.Severity)} *{IncidentWords.Title(incident)}* is declared.")),
            new SectionBlock(channel?.ChannelId is { } id
                ? Mrkdwn.Text($"Its channel is {Mrkdwn.Channel(id)}. You are in it; everything else happens there.")
                : Mrkdwn.Raw("Making the channel …")),
        ],
    };
}
