using Microsoft.Extensions.Options;

namespace IncidentBot.Workspace;

/// <summary>The addresses of the pages, for links to them; the only place that makes them.</summary>
internal sealed class PageAddresses(IOptions<WebOptions> options)
{
    public const string LogPath = "/incidents";
    public const string ActionsPath = "/actions";
    public const string TrendsPath = "/trends";

    public bool AreOn => options.Value.IsOn;

    /// <summary>The page of an incident and its write-up; null where there are no pages.</summary>
    public string? OfIncident(int number) => Of(PathOf(number));

    /// <summary>The log; null where there are no pages.</summary>
    public string? OfLog => Of(LogPath);

    public static string PathOf(int number) => FormattableString.Invariant($"{LogPath}/{number}");

    private string? Of(string path) => AreOn ? new Uri(options.Value.Address, path).ToString() : null;
}
