using IncidentBot.Domain;

namespace IncidentBot.PostMortems;

/// <summary>
/// Shares a draft: for corrections in the channel, for a sign-off with whoever was not there. The board's last phase does it and
/// so does a button; features do not know each other, so this is the seam between them.
/// </summary>
internal interface IDraftCirculation
{
    /// <summary>The caller saves.</summary>
    Task SendAsync(PostMortemView view, PersonId by, CancellationToken cancellationToken);
}
