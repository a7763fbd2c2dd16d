using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.WriteUps.Versions;

/// <summary>Answers "Mark as read"; each person counts once.</summary>
internal sealed class MarkRead(IncidentDb db, PostMortemViews views, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        var (person, now) = (new PersonId(request.User.Id), time.GetUtcNow());
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        if (view.PostMortem.WriteUp.PublishedAt is not null
            && await db.WriteUpReaders.FindAsync([number, person], cancellationToken) is null)
        {
            db.WriteUpReaders.Add(new WriteUpReader { IncidentNumber = number, Person = person, At = now });
            await SaveAsync(cancellationToken);
        }

        await replies.SendAsync(
            request, Mrkdwn.Raw("Marked as read. Spotted a mistake? Press *Something is wrong*."), cancellationToken);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (DuplicateKey.Is(exception))
        {
            // The other press of a double click was saved.
        }
    }
}
