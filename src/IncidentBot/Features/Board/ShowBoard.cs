using IncidentBot.Cards;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>Shows the board of a meeting that has started: posts it again at the end of the channel while the meeting runs.</summary>
internal sealed class BoardReposts(IncidentDb db, BoardPosts posts)
{
    /// <summary>What happened; null when the meeting has not started yet.</summary>
    public async Task<Mrkdwn?> ShowAsync(PostMortemView view, CancellationToken cancellationToken)
    {
        switch (await db.Boards.AsNoTracking().SingleOrDefaultAsync(board => board.IncidentNumber == view.Number, cancellationToken))
        {
            case null:
                return null;
            case { FinishedAt: not null }:
                return Mrkdwn.Raw("This meeting has ended. To continue, press *Resume meeting* on its board.");
            default:
                await posts.ShowAgainAsync(view.Number, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return Mrkdwn.Text($"The board is now at the end of {IncidentWords.Place(view.Incident)}.");
        }
    }
}

/// <summary>Answers "Show the board" under a notice.</summary>
internal sealed class ShowBoard(PostMortemViews views, BoardReposts again, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await views.FindOrReplyAsync(request, BoardKey.Read(request.Action.Data).Number, cancellationToken) is { } view)
        {
            var answer = await again.ShowAsync(view, cancellationToken);
            await replies.SendAsync(request, answer ?? Boards.NotStarted, cancellationToken);
        }
    }
}
