using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Archiving;

/// <summary>Answers "Not yet": any member of the channel keeps it for another week.</summary>
internal sealed class KeepChannel(IncidentDb db, Access access, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        if (await access.FindOrReplyAsync(request, number, cancellationToken) is null)
        {
            return;
        }

        var (now, by) = (time.GetUtcNow(), new PersonId(request.User.Id));
        var channel = await db.Channels.SingleAsync(channel => channel.IncidentNumber == number, cancellationToken);
        channel.PutArchiveOff(now);
        await db.SaveChangesAsync(cancellationToken);
        await replies.ReplaceAsync(request, ArchiveMessage.Kept(by, channel.ArchiveOffers, now), cancellationToken);
    }
}
