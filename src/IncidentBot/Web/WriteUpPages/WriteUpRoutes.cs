using IncidentBot.Web.SignIn;
using IncidentBot.Workspace;

namespace IncidentBot.Web.WriteUpPages;

/// <summary>The page of an incident: <c>/incidents/12</c>.</summary>
internal static class WriteUpRoutes
{
    public static void MapWriteUps(this IEndpointRouteBuilder members) =>
        members.MapGet(PageAddresses.LogPath + "/{number:int:min(1)}", ShowAsync);

    private static async Task<IResult> ShowAsync(
        HttpContext context, int number, PageReader reader, WriteUpPageSource source, SlackWorkspace workspace) =>
        await source.FindAsync(reader, number, context.RequestAborted) is { } view
            ? Page.Of<WriteUpPage, WriteUpPageView>(context, view)
            : Page.Of<NoIncidentPage>(
                context,
                StatusCodes.Status404NotFound,
                (nameof(NoIncidentPage.Number), number), (nameof(NoIncidentPage.Slack), workspace.Url));
}
