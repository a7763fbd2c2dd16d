namespace IncidentBot.Web.Protection;

/// <summary>
/// A proxy stands before the service, so the request says another scheme and host than the browser shows. Everything that makes a whole
/// address from them, such as the way back from Slack, uses the one that the settings name, and never one that a request made up.
/// </summary>
internal static class RequestAddress
{
    public static void UseAddress(this IApplicationBuilder pages, Uri address)
    {
        var host = HostString.FromUriComponent(address);
        pages.Use((context, next) =>
        {
            (context.Request.Scheme, context.Request.Host) = (address.Scheme, host);
            return next(context);
        });
    }
}
