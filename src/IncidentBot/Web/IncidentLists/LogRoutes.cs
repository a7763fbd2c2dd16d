using System.Text;
using IncidentBot.Features.IncidentLog;
using IncidentBot.Web.SignIn;
using IncidentBot.Workspace;

namespace IncidentBot.Web.IncidentLists;

/// <summary>The log: <c>/incidents</c>, and the same as CSV and JSON.</summary>
internal static class LogRoutes
{
    public static void MapLog(this IEndpointRouteBuilder members)
    {
        members.MapGet(PageAddresses.LogPath, ShowAsync);
        members.MapGet(PageAddresses.LogPath + ".csv", SendCsvAsync);
        members.MapGet(PageAddresses.LogPath + ".json", SendJsonAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, PageReader reader, LogPageSource source) =>
        Page.Of<IncidentsPage, LogPageView>(
            context, await source.FindAsync(reader, LogAddress.Read(context.Request.Query), context.RequestAborted));

    // Spreadsheets know UTF-8 by its mark only; JSON must not have it.
    private static Task SendCsvAsync(HttpContext context, PageReader reader, ExportRows rows) => SendAsync(
        context, "csv", "text/csv; charset=utf-8", hasMark: true,
        file => RowFiles.WriteCsvAsync(ExportRow.Columns, Rows(context, reader, rows), file));

    private static Task SendJsonAsync(HttpContext context, PageReader reader, ExportRows rows) => SendAsync(
        context, "json", "application/json", hasMark: false,
        file => RowFiles.WriteJsonAsync(ExportRow.Columns, Rows(context, reader, rows), file));

    private static IAsyncEnumerable<ExportRow> Rows(HttpContext context, PageReader reader, ExportRows rows) =>
        rows.OfAsync(reader.Id, LogAddress.Read(context.Request.Query).Filter, context.RequestAborted);

    private static async Task SendAsync(
        HttpContext context, string ending, string type, bool hasMark, Func<TextWriter, Task<int>> write)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"incident-log.{ending}\"";
        await using var text = new StreamWriter(context.Response.Body, new UTF8Encoding(hasMark), leaveOpen: true);
        await write(text);
    }
}
