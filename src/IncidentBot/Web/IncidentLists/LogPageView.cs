using IncidentBot.Domain.IncidentLog;
using IncidentBot.Features.IncidentLog;
using IncidentBot.Web.SignIn;

namespace IncidentBot.Web.IncidentLists;

/// <summary>A page of the log, for one reader.</summary>
internal sealed record LogPageView(PageReader Reader, LogAddress Asked, IReadOnlyList<LogRow> Rows)
{
    public const int PageSize = 25;

    /// <summary>The next page; null on the last one.</summary>
    public LogAddress? Next { get; init; }

    /// <summary>Why nothing can be listed, such as a cause class that doesn't exist; null otherwise.</summary>
    public string? Problem { get; init; }

    /// <summary>The incidents in the list whose write-up is published.</summary>
    public IReadOnlySet<int> Published { get; init; } = new HashSet<int>();

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    public IReadOnlyList<string> Causes { get; init; } = [];

    public bool IsFiltered => Asked.IsSearch || Asked.Filter != LogFilter.None;
}
