using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>Says whether a save failed because someone else saved first; the handler then loads and decides again.
/// </summary>
internal static class Conflict
{
    public static bool Is(Exception exception) =>
        exception is DbUpdateConcurrencyException || (exception is DbUpdateException update && DuplicateKey.Is(update));
}
