using IncidentBot.Domain;

namespace IncidentBot.PostMortems;

/// <summary>
/// Shares a draft: in the channel for corrections, and by DM for sign-off. The board's last phase does it and
/// so does a button; this is the seam between the two features.
/// </summary>
internal interface IDraftCirculation
{
    /// <summary>The caller saves.</summary>
    Task SendAsync(PostMortemView view, PersonId by, CancellationToken cancellationToken);
}
