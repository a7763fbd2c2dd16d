using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Cards;

/// <summary>The DM to a new role holder, with the duties of the role.</summary>
internal static class RoleMessage
{
    public static Post For(Incident incident, IncidentRole role, PersonId person, IncidentChannel? channel = null)
    {
        var description = RoleDescription.For(role);
        var where = channel?.ChannelId is { } id ? Mrkdwn.Text($" in {Mrkdwn.Channel(id)}") : Mrkdwn.Empty;
        return new Post(Address.Person(person), MessageContent.Paragraph(
            Mrkdwn.Text($"You are now {description.Holder} for "
                + $"*{IncidentWords.Title(incident)}*{where}.\n{description.Duties}")));
    }
}
