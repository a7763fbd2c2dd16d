using IncidentBot.Features.Trends;
using IncidentBot.Web.SignIn;
using IncidentBot.Workspace;

namespace IncidentBot.Web.TrendsPages;

/// <summary>The figures: <c>/trends</c>.</summary>
internal static class TrendsRoutes
{
    private const int LongestService = 80;

    public static void MapTrends(this IEndpointRouteBuilder members) => members.MapGet(PageAddresses.TrendsPath, ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, PageReader reader, TrendsPageSource source)
    {
        var query = context.Request.Query;
        var months = TrendsKey.PeriodOf(query["months"].ToString()) ?? TrendsKey.Periods[0];
        var service = query["service"].ToString().Trim();
        return Page.Of<FiguresPage, TrendsPageView>(context, await source.FindAsync(
            reader, months, service.Length > LongestService ? "" : service, context.RequestAborted));
    }
}
