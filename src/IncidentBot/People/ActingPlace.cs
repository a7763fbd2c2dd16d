using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.People;

/// <summary>Where the person of this request acts; the guard at the entrance says so, and events have no such person.</summary>
internal sealed class ActingPlace
{
    /// <summary>A channel, the home tab or a shortcut, but no form: whoever uses a form opened it in such a place.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The channel; null on the home tab.</summary>
    public string? ChannelId { get; private set; }

    public void Set(SlackActor actor) => (IsOpen, ChannelId) = (!actor.IsInForm, actor.ChannelId);
}

/// <summary>Brings people who act on an incident from elsewhere to where it is handled.</summary>
internal interface IInviteNewcomers
{
    /// <summary>Saves an invitation, once for each person and incident; nothing for those who are there already.</summary>
    Task InviteAsync(Incident incident, PersonId person, CancellationToken cancellationToken);
}
