namespace IncidentBot.Features.IncidentLog;

/// <summary>The buttons and forms of the log. Their values carry the filter, so that a message from last year still works.</summary>
internal static class LogActions
{
    /// <summary>Opens the log below a message. Value: the filter.</summary>
    public const string Open = "log_open";

    /// <summary>Value: the filter, and the last row of the page that is shown.</summary>
    public const string Older = "log_older";

    /// <summary>Value: the filter, and the first row of the page that is shown.</summary>
    public const string Newer = "log_newer";

    /// <summary>Value: the filter.</summary>
    public const string Filter = "log_filter";

    /// <summary>Value: the filter, and where the page begins.</summary>
    public const string Share = "log_share";

    /// <summary>Value: the filter.</summary>
    public const string Export = "log_export";

    /// <summary>Opens the search form.</summary>
    public const string OpenSearch = "log_search_open";

    /// <summary>Value: how many results come before the page, and what is searched for.</summary>
    public const string NextResults = "log_search_next";

    /// <summary>The same.</summary>
    public const string EarlierResults = "log_search_back";

    /// <summary>What is typed into the fields of the filter.</summary>
    public const string ServiceOptions = "log_service_search";

    /// <summary>What is typed into the field of the cause class.</summary>
    public const string CauseOptions = "log_cause_search";
}
