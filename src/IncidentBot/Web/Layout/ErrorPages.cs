namespace IncidentBot.Web.Layout;

/// <summary>Shows a page for an answer that would otherwise be empty: an unknown address, a refusal, a bug.</summary>
internal static class ErrorPages
{
    public static Task ShowAsync(HttpContext context) => Page
        .Of<ErrorPage>(context, context.Response.StatusCode, (nameof(ErrorPage.Status), context.Response.StatusCode))
        .ExecuteAsync(context);
}
