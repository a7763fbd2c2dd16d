using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.Operations;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>
/// Whether the bot is in an incident's channel. When the bot is removed, or the channel is archived while there is work left, the lead
/// is told what to do, and posts wait. When the bot is invited again, it continues where it stopped.
/// </summary>
internal sealed class ChannelPresence(IncidentDb db, TimeProvider time)
{
    /// <summary>The bot was removed from the channel; the caller saves.</summary>
    public async Task BotRemovedAsync(IncidentChannel channel, CancellationToken cancellationToken)
    {
        if (channel.IsBotOut || channel.IsArchived)
        {
            return;
        }

        channel.IsBotOut = true;
        await NotifyLeadAsync(
            channel,
            Mrkdwn.Text($"I was removed from {Mrkdwn.Channel(channel.ChannelId ?? "")} and can't read or post there. Type "
                + $"`/invite` with my name there, and I'll catch up on what I missed."),
            cancellationToken);
    }

    /// <summary>The channel was archived; the caller saves.</summary>
    public async Task ChannelArchivedAsync(IncidentChannel channel, string? by, CancellationToken cancellationToken)
    {
        if (channel.IsArchived)
        {
            return;
        }

        (channel.IsArchived, channel.IsBotOut) = (true, true);
        var who = by is { Length: > 0 } person ? Mrkdwn.Text($" by {Mrkdwn.User(person)}") : Mrkdwn.Raw("");
        await NotifyLeadAsync(
            channel,
            Mrkdwn.Text($"The channel {Mrkdwn.Channel(channel.ChannelId ?? "")} was archived{who}, and a bot can't undo that. "
                + $"Unarchive the channel and type `/invite` with my name there; I'll continue where I stopped."),
            cancellationToken);
    }

    /// <summary>The bot is in the channel again; the caller saves.</summary>
    public async Task BotInvitedAsync(IncidentChannel channel, CancellationToken cancellationToken)
    {
        if (!channel.IsBotOut)
        {
            return;
        }

        var now = time.GetUtcNow();
        (channel.IsArchived, channel.IsBotOut) = (false, false);
        await RetryHeldCalls.ReleaseAsync(db, channel.IncidentNumber, now, cancellationToken);
        db.Enqueue(Lane.Reading(channel.IncidentNumber), new ReadChannel(channel.IncidentNumber), now);
    }

    /// <summary>Tells the lead, or the declarer when there is no lead, unless the incident and its post-mortem are finished.</summary>
    private async Task NotifyLeadAsync(IncidentChannel channel, Mrkdwn sentence, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == channel.IncidentNumber, cancellationToken);
        if (!await HasWorkLeftAsync(incident, cancellationToken))
        {
            return;
        }

        var reader = incident.Lead ?? incident.DeclaredBy;
        var text = Mrkdwn.Text($":warning: *{IncidentWords.Title(incident)}*: {sentence}");
        db.Enqueue(Lane.Person(reader), new Post(Address.Person(reader), MessageContent.Paragraph(text)), time.GetUtcNow());
    }

    private async Task<bool> HasWorkLeftAsync(Incident incident, CancellationToken cancellationToken) =>
        incident.IsOpen
        || await db.PostMortems.AnyAsync(
            postMortem => postMortem.IncidentNumber == incident.Number && postMortem.WriteUp.PublishedAt == null
                && postMortem.State != PostMortemState.Waived,
            cancellationToken);
}
