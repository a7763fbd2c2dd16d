using System.Globalization;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Features.ActionItems;
using IncidentBot.Web.SignIn;
using IncidentBot.Workspace;

namespace IncidentBot.Web.ActionItemLists;

/// <summary>An open action item, with its incident.</summary>
internal sealed record ActionRow(ActionItem Item, string Title, string? Service, string Owner, int DaysLate);

/// <summary>Which action items an address asks for.</summary>
internal sealed record ActionsAddress(string Which)
{
    public string? Service { get; init; }

    /// <summary>0 first.</summary>
    public int Page { get; init; }

    public static ActionsAddress Read(IQueryCollection query) => new(query["show"].ToString() switch
    {
        ActionSelection.Overdue => ActionSelection.Overdue,
        ActionSelection.All => ActionSelection.All,
        _ => ActionSelection.Mine,
    })
    {
        Service = query["service"].ToString().Trim() is { Length: > 0 } service ? service : null,
        Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 0, 1000) : 0,
    };

    public string Write() => PageAddresses.ActionsPath + QueryString.Create(new Dictionary<string, string?>
    {
        ["show"] = Which,
        ["service"] = Service,
        ["page"] = Page > 0 ? FormattableString.Invariant($"{Page}") : null,
    }.Where(part => part.Value is not null));
}

/// <summary>A page of open action items, for one reader.</summary>
internal sealed record ActionsPageView(PageReader Reader, ActionsAddress Asked, IReadOnlyList<ActionRow> Rows)
{
    public const int PageSize = 50;

    /// <summary>How many there are on all pages.</summary>
    public int Count { get; init; }

    public IReadOnlyList<string> Services { get; init; } = [];

    public bool HasMore => (Asked.Page + 1) * PageSize < Count;
}
