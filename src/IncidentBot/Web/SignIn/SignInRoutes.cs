using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentBot.Web.SignIn;

/// <summary>The pages and addresses of signing in and out.</summary>
internal static class SignInRoutes
{
    public const string Path = "/sign-in";
    public const string SignOutPath = "/sign-out";

    /// <summary>The name under which an address carries where someone wanted to go.</summary>
    public const string ReturnTo = "to";

    private const string SlackPath = "/sign-in/slack";

    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, ShowAsync);
        pages.MapGet(SlackPath, SendToSlackAsync);
        pages.MapGet("/sign-in/refused", (HttpContext context, string? who) =>
            Page.Of<RefusedPage>(context, StatusCodes.Status403Forbidden, (nameof(RefusedPage.Who), who ?? "")));
        pages.MapPost(SignOutPath, SignOutAsync);
    }

    /// <summary>The page with the button.</summary>
    /// <param name="to">Where someone wanted to go.</param>
    /// <param name="failed">Whether they tried just now.</param>
    public static string PathTo(string? to, bool failed = false) =>
        Path + QueryString.Create(ReturnTo, Local(to)) + (failed ? "&failed=true" : "");

    /// <summary>The button, which leads to Slack.</summary>
    public static string SlackPathTo(string to) => SlackPath + QueryString.Create(ReturnTo, to);

    public static string RefusedPath(Standing standing) => $"/sign-in/refused?who={standing}";

    private static IResult ShowAsync(HttpContext context, string? to, bool failed = false, bool left = false) =>
        PageReader.Of(context) is not null
            ? TypedResults.LocalRedirect(Local(to))
            : Page.Of<SignInPage>(
                context,
                StatusCodes.Status200OK,
                (nameof(SignInPage.To), Local(to)), (nameof(SignInPage.Failed), failed), (nameof(SignInPage.Left), left));

    private static async Task<IResult> SendToSlackAsync(HttpContext context, string? to)
    {
        try
        {
            await context.ChallengeAsync(SignInSetup.Slack, new AuthenticationProperties { RedirectUri = Local(to) });
            return TypedResults.Empty;
        }
        catch (InvalidOperationException)
        {
            // Slack's configuration could not be read: it is asked again when someone tries again.
            return TypedResults.LocalRedirect(PathTo(to, failed: true));
        }
    }

    private static async Task<Results<RedirectHttpResult, BadRequest>> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return TypedResults.LocalRedirect($"{Path}?left=true");
    }

    /// <summary>Never another site, whatever the address says.</summary>
    private static string Local(string? to) =>
        to is ['/', not ('/' or '\\'), ..] && !to.Any(char.IsControl) ? to : PageAddresses.LogPath;
}
