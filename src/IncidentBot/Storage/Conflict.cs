using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>
/// Tells whether a save failed because somebody else saved first: then what
/// was loaded is stale, and is loaded and decided again.
/// </summary>
internal static class Conflict
{
    public static bool Is(Exception exception) =>
        exception is DbUpdateConcurrencyException || (exception is DbUpdateException update && DuplicateKey.Is(update));
}
