using IncidentBot.Sandbox.Page.Chat;
using Microsoft.AspNetCore.StaticFiles;

namespace IncidentBot.Sandbox.Page.Live;

/// <summary>The page, its assets and its socket.</summary>
internal static class PageEndpoints
{
    public static IServiceCollection AddPage(this IServiceCollection services) => services.AddHttpContextAccessor().AddScoped<PageState>();

    public static WebApplication MapPage(this WebApplication app)
    {
        app.UseWebSockets();
        app.MapGet("/", () => Asset("page.html"));
        app.MapGet("/page/{name}", Asset);
        app.Map("/page/live", ConnectAsync);
        return app;
    }

    private static IResult Asset(string name)
    {
        var content = typeof(PageEndpoints).Assembly.GetManifestResourceStream(name);
        return content is null
            ? Results.NotFound()
            : Results.Stream(content, new FileExtensionContentTypeProvider().TryGetContentType(name, out var type) ? type : null);
    }

    /// <summary>Other web sites that happen to be open in the browser may not act here.</summary>
    private static async Task ConnectAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest || http.Request.Headers.Origin != $"{http.Request.Scheme}://{http.Request.Host}")
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await using var scope = http.RequestServices.CreateAsyncScope();
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        await using var renderer = new LiveRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        await new LiveConnection(socket, renderer, ended.Token).RunAsync();
    }
}
