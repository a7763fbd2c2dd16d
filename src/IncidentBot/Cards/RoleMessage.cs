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
    /// <param name="incident">The incident.</param>
    /// <param name="role">The role.</param>
    /// <param name="person">Who has it from now on.</param>
    /// <param name="channel">The incident's channel, which the message links.</param>
    /// <param name="handover">What the one before them says; null when the role wasn't handed over.</param>
    public static Post For(
        Incident incident, IncidentRole role, PersonId person, IncidentChannel? channel = null, Mrkdwn? handover = null)
    {
        var description = RoleDescription.For(role);
        var where = channel?.ChannelId is { } id ? Mrkdwn.Text($" in {Mrkdwn.Channel(id)}") : Mrkdwn.Empty;
        var text = Mrkdwn.Text($"You are now {description.Holder} for *{IncidentWords.Title(incident)}*{where}.\n{description.Duties}");
        return new Post(
            Address.Person(person),
            handover is { } words
                ? new MessageContent(text, new SectionBlock(text), new SectionBlock(words))
                : MessageContent.Paragraph(text));
    }
}
