using Hangfire;
using Hangfire.Annotations;
using Hangfire.Dashboard;
using Microsoft.Extensions.Options;

namespace IncidentBot.Jobs;

/// <summary>Hangfire's dashboard at <c>/jobs</c>: off unless a setting asks for it, read-only, and for this machine alone.</summary>
internal static class JobDashboard
{
    public const string Path = "/jobs";

    // Any of these means that there is a proxy, so the connection from this machine is the proxy's.
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public static void MapJobDashboard(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<JobsOptions>>().Value.Dashboard)
        {
            return;
        }

        // Built at the first request: Hangfire opens its storage for it, and the start makes that after our own.
        var dashboard = new Lazy<RequestDelegate>(() =>
        {
            var branch = ((IApplicationBuilder)app).New();
            branch.UseHangfireDashboard("", new DashboardOptions
            {
                Authorization = [new FromThisMachine()],
                IsReadOnlyFunc = _ => true,
                AppPath = null,
                DashboardTitle = "IncidentBot jobs",
            });
            return branch.Build();
        });
        app.Map(Path, branch => branch.Run(context => dashboard.Value(context)));
    }

    /// <summary>Whether the request comes from this machine, with no proxy between.</summary>
    internal static bool IsFromThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && System.Net.IPAddress.IsLoopback(address)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);

    private sealed class FromThisMachine : IDashboardAuthorizationFilter
    {
        public bool Authorize([NotNull] DashboardContext context) => IsFromThisMachine(context.GetHttpContext());
    }
}
