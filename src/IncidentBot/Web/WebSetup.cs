using IncidentBot.Web.ActionItemLists;
using IncidentBot.Web.IncidentLists;
using IncidentBot.Web.Layout;
using IncidentBot.Web.Protection;
using IncidentBot.Web.SignIn;
using IncidentBot.Web.TrendsPages;
using IncidentBot.Web.WriteUpPages;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Web;

/// <summary>The pages in a browser. Without an address for them nothing is registered, and nothing in the service changes.</summary>
internal static class WebSetup
{
    /// <summary>What is not a page: Slack's requests, the health checks and the dashboard of the jobs.</summary>
    private static readonly PathString[] Others = ["/slack", "/health", Jobs.JobDashboard.Path];

    public static void AddPages(this WebApplicationBuilder builder)
    {
        var web = builder.Configuration.GetSection(WebOptions.Section).Get<WebOptions>();
        if (web is not { IsOn: true })
        {
            return;
        }

        // The keys are as safe as the rest of the database. A form that was open for too long is its sender's news, who gets an answer.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        var services = builder.Services;
        services.AddSignIn(web);
        services.AddAuthorization();
        services.AddFormProtection(web);
        services.AddPageLimits();
        services.AddRazorComponents();
        services.AddScoped<ActionsPageSource>();
        services.AddScoped<TrendsPageSource>();
        services.AddScoped<LogPageSource>();
        services.AddScoped<WriteUpDetails>();
        services.AddScoped<WriteUpPageSource>();
    }

    /// <summary>What runs before the handler of a page; call it before anything is mapped.</summary>
    public static void UsePages(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<WebOptions>>().Value is not { IsOn: true } web)
        {
            return;
        }

        app.UseWhen(IsPage, pages =>
        {
            pages.UseAddress(web.Address);
            pages.UseSecurityHeaders();
            pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ErrorPages.ShowAsync });
            pages.UseStatusCodePages(context => ErrorPages.ShowAsync(context.HttpContext));
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWhen(IsPage, pages => pages.UseRateLimiter());
    }

    public static void MapPages(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<PageAddresses>().AreOn)
        {
            return;
        }

        app.MapGet("/", () => TypedResults.LocalRedirect(PageAddresses.LogPath));
        app.MapGet(Styles.Route, Styles.Answer);
        app.MapSignIn();
        var members = app.MapGroup("").RequireAuthorization();
        members.MapLog();
        members.MapActions();
        members.MapTrends();
        members.MapWriteUps();
    }

    private static bool IsPage(HttpContext context) => !Array.Exists(
        Others, other => context.Request.Path.StartsWithSegments(other, StringComparison.OrdinalIgnoreCase));
}
