using IncidentBot.Web.SignIn;
using IncidentBot.Workspace;

namespace IncidentBot.Web.ActionItemLists;

/// <summary>Open action items: <c>/actions</c>.</summary>
internal static class ActionsRoutes
{
    public static void MapActions(this IEndpointRouteBuilder members) => members.MapGet(PageAddresses.ActionsPath, ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, PageReader reader, ActionsPageSource source) =>
        Page.Of<ActionsPage, ActionsPageView>(
            context, await source.FindAsync(reader, ActionsAddress.Read(context.Request.Query), context.RequestAborted));
}
