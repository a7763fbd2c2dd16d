using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Surfaces;

/// <summary>The DM to whoever was given a role: what it asks of them.</summary>
internal static class RoleMessage
{
    public static Post For(Incident incident, IncidentRole role, PersonId person)
    {
        var description = RoleDescription.For(role);
        return new Post(Address.Person(person), MessageContent.Paragraph(
            Mrkdwn.Text($"You are {description.Word.ToLowerInvariant()} of *{IncidentWords.Title(incident)}*.\n{description.WhatItDoes}")));
    }
}
