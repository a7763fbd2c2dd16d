using IncidentBot.Sandbox.Page.Chat;
using IncidentBot.Sandbox.State;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentBot.Sandbox.Page;

/// <summary>The page. Its styles and scripts are static web assets: the host maps them.</summary>
internal static class PageEndpoints
{
    private const long LongestMessage = 1024 * 1024;

    public static IServiceCollection AddPage(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = LongestMessage);
        // A page outlives no restart, so its keys need not either.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return services.AddScoped(
            tab => PageState.At(tab.GetRequiredService<NavigationManager>().Uri, tab.GetRequiredService<Workspace>()));
    }

    public static WebApplication MapPage(this WebApplication app)
    {
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase),
            circuits => circuits.Use(RefuseStrangersAsync));
        app.UseAntiforgery();
        app.MapRazorComponents<Document>().AddInteractiveServerRenderMode();
        return app;
    }

    /// <summary>Other web sites that happen to be open in the browser may not act here.</summary>
    private static Task RefuseStrangersAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.Origin is [{ } origin, ..] && origin != $"{http.Request.Scheme}://{http.Request.Host}")
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(http);
    }
}
