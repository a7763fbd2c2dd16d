using System.Globalization;
using System.Threading.RateLimiting;
using IncidentBot.Web.SignIn;

namespace IncidentBot.Web.Protection;

/// <summary>
/// How many pages someone may read in a minute: more than a person does, fewer than a program that copies the log. Those who are not signed
/// in share one budget, because behind a proxy they have one address.
/// </summary>
internal static class PageLimits
{
    public const int PagesInAMinute = 120;

    private const int ForAllOthers = 1200;
    private const string Anyone = "";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddPageLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            RateLimitPartition.GetFixedWindowLimiter(PageReader.Of(context)?.Id.Value ?? Anyone, person => new FixedWindowRateLimiterOptions
            {
                PermitLimit = person == Anyone ? ForAllOthers : PagesInAMinute,
                Window = Window,
            }));
    });
}
