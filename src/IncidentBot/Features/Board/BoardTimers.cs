using IncidentBot.Jobs;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>The soft timer: a board says when two minutes are left and when the time is up, but never moves on by itself.</summary>
internal sealed class BoardTimers(IncidentDb db) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var board in await db.Boards.Where(board => board.FinishedAt == null).ToListAsync(cancellationToken))
        {
            if (board.Tick(now))
            {
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }
}
