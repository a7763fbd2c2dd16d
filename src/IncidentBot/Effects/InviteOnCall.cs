using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Effects;

/// <summary>
/// Invites the people on call for this severity to the incident's channel while it is open; no one is invited twice to the same
/// one, and no group into a private one unless its declarer asked for that.
/// </summary>
[Effect("invite_on_call")]
internal sealed record InviteOnCall(int IncidentNumber, Severity Severity, bool IntoPrivate = false) : IEffect;

internal sealed partial class InviteOnCallSender(
    IncidentDb db, Invitations invitations, PeopleOnCall onCall, TimeProvider time, ILogger<InviteOnCallSender> logger)
    : IEffectSender<InviteOnCall>
{
    private const string NoChannel = "There is no channel to invite to.";

    public async Task<EffectResult> SendAsync(InviteOnCall effect, Sending sending, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == effect.IncidentNumber, cancellationToken);
        if (!incident.IsOpen || (incident.IsPrivate && !effect.IntoPrivate) || onCall.GroupFor(effect.Severity) is not { } group)
        {
            return EffectResult.Done;
        }

        if (await db.Channels.FindAsync([effect.IncidentNumber], cancellationToken) is not { ChannelId: { } channelId } channel)
        {
            return EffectResult.ParkWith(NoChannel);
        }

        var members = await onCall.FindAsync(group, cancellationToken);
        if (!members.Answer.Ok)
        {
            return EffectResult.From(members.Answer);
        }

        List<PersonId> called = [.. members.People.Except(channel.Called)];
        var result = await invitations.InviteAsync(channelId, called, sending, cancellationToken);
        if (result == EffectResult.Done)
        {
            channel.Called = [.. channel.Called, .. called];
        }

        return result;
    }

    /// <summary>The incident continues: one line to the declarer, the reason to the operator.</summary>
    public async Task GivenUpAsync(InviteOnCall effect, string reason, CancellationToken cancellationToken)
    {
        if (reason == NoChannel)
        {
            return;
        }

        var incident = await db.Incidents.SingleAsync(incident => incident.Number == effect.IncidentNumber, cancellationToken);
        var severity = SeverityPolicy.For(effect.Severity).Word;
        Log.NoOneCalled(logger, severity, onCall.GroupFor(effect.Severity) ?? "", reason);
        var label = SeverityLabels.Of(effect.Severity);
        var line = Mrkdwn.Text(
            $":warning: {Mrkdwn.User(incident.DeclaredBy.Value)}, I couldn't call anyone for {label}: {Because(reason)} "
                + $"Please invite the on-call engineer with `/invite @name`.");
        await db.EnqueueOnceAsync(
            Lane.Incident(incident.Number),
            new Post(Address.Incident(incident.Number), MessageContent.Paragraph(line)),
            $"on_call_failed:{effect.IncidentNumber}",
            time.GetUtcNow(),
            cancellationToken);
    }

    private static Mrkdwn Because(string reason) => reason switch
    {
        "plan_upgrade_required" => Mrkdwn.Raw("this workspace's plan has no user groups."),
        "missing_scope" => Mrkdwn.Raw("the bot lacks the permission `usergroups:read`. Ask an admin to reinstall the app."),
        "no_such_subteam" => Mrkdwn.Raw("the user group doesn't exist or is disabled."),
        _ => Mrkdwn.Text($"Slack answered `{reason}`."),
    };

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Error,
            "No one was called for {Severity}, because user group {Group} can't be invited: {Reason}. Check the OnCall settings.")]
        public static partial void NoOneCalled(ILogger logger, string severity, string group, string reason);
    }
}
