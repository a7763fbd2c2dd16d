using IncidentBot.Domain;

namespace IncidentBot.PostMortems;

/// <summary>
/// Shares a draft: in the channel for corrections, and by DM for sign-off. The write-up feature implements it, so the board's last
/// phase can share the draft as well.
/// </summary>
internal interface IDraftCirculation
{
    /// <summary>Enqueues the messages; the caller saves.</summary>
    Task SendAsync(PostMortemView view, PersonId by, CancellationToken cancellationToken);
}
