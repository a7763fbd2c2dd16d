using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Posts under the write-up that the structural gap is open again, without names and once for each reason. The caller saves.
/// </summary>
internal sealed class ReopenedGap(IncidentDb db)
{
    public async Task PostAsync(PostMortemView view, ReopenReason cause, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (incident, isPublished) = (view.Incident, view.PostMortem.WriteUp.PublishedAt is not null);
        var inPublic = isPublished && !incident.IsPrivate;
        if (!inPublic && await HasNoChannelAsync(view.Number, cancellationToken))
        {
            return;
        }

        var post = new Post(
            inPublic ? Address.Announcements : Address.Incident(view.Number),
            MessageContent.Paragraph(Text(view.PostMortem, cause)),
            isPublished ? BotMessageNames.WriteUpOf(view.Number) : null);
        await db.EnqueueOnceAsync(Lane.Incident(view.Number), post, KeyOf(view.PostMortem, cause), now, cancellationToken);
    }

    /// <summary>A repeated answer has the same key.</summary>
    public static string KeyOf(PostMortem postMortem, ReopenReason cause) => $"gap_open:{postMortem.Id:N}:{cause.Key}";

    public static Mrkdwn Text(PostMortem postMortem, ReopenReason cause) => Mrkdwn.Join(
        " ",
        Mrkdwn.Text($":warning: *{FollowUpWords.GapIsOpen}:*"),
        FollowUpWords.Gap(postMortem.WriteUp.WhyChain.StructuralGap) is { IsEmpty: false } gap ? Mrkdwn.Text($"{gap}.") : Mrkdwn.Empty,
        FollowUpWords.Of(cause));

    private Task<bool> HasNoChannelAsync(int number, CancellationToken cancellationToken) => db.Channels.AnyAsync(
        channel =>
            channel.IncidentNumber == number && ((channel.OwnId == null && channel.BorrowedId == null) || channel.IsArchived),
            cancellationToken);
}
