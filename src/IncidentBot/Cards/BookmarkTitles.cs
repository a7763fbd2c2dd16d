namespace IncidentBot.Cards;

/// <summary>The bookmarks of an incident's channel; one per title, updated in place.</summary>
internal static class BookmarkTitles
{
    public const string StatusCard = "Status card";
    public const string PostMortem = "Post-mortem";

    /// <summary>In #incidents.</summary>
    public const string Log = "Incident log";

    /// <summary>While the meeting runs.</summary>
    public const string Board = "Meeting board";
}
