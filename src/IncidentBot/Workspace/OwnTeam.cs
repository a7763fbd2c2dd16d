using IncidentBot.Delivery;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Workspace;

/// <summary>
/// The id of the workspace that this installation serves. It is kept in the database, so that a start while Slack is down serves the
/// same people as before, and no one else.
/// </summary>
internal sealed class OwnTeam(SlackWorkspace workspace, IServiceScopeFactory scopes, Resilience resilience)
{
    private string? _kept;

    /// <summary>Null until Slack has named it once.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        if (workspace.TeamId.Length == 0)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
            workspace.Remember(await db.OwnWorkspace.Select(own => own.TeamId).SingleOrDefaultAsync(cancellationToken) ?? "");
        }

        return workspace.TeamId.Length > 0 ? workspace.TeamId : null;
    }

    /// <summary>Keeps what Slack has just said.</summary>
    public async Task KeepAsync(string teamId, CancellationToken cancellationToken)
    {
        if (teamId.Length > 0 && teamId != _kept)
        {
            await resilience.Conflicts.ExecuteAsync(async token => await SaveAsync(teamId, token), cancellationToken);
            _kept = teamId;
        }
    }

    private async Task SaveAsync(string teamId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        if (await db.OwnWorkspace.SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            known.TeamId = teamId;
        }
        else
        {
            db.OwnWorkspace.Add(new OwnWorkspace { TeamId = teamId });
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
