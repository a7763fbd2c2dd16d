using IncidentBot.Slack.Endpoints;
using IncidentBot.Workspace;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace IncidentBot.Web.SignIn;

/// <summary>Registers Sign in with Slack (OpenID Connect), and the cookie by which a member is known afterwards.</summary>
internal static class SignInSetup
{
    public const string Slack = "slack";

    private const string CookieName = "incidentbot";
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SignedInFor = TimeSpan.FromDays(7);

    public static void AddSignIn(this IServiceCollection services, WebOptions web)
    {
        services.AddDataProtection().SetApplicationName("IncidentBot");
        services.AddSingleton<StoredKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<StoredKeys>((management, keys) => management.XmlRepository = keys);
        services.AddScoped<SessionCheck>();
        services.AddScoped<SignInEvents>();
        var secure = web.Address.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => Configure(cookie, secure))
            .AddOpenIdConnect(Slack, _ => { });
        services.AddOptions<OpenIdConnectOptions>(Slack)
            .Configure<IOptions<SlackOptions>, IHttpMessageHandlerFactory, TimeProvider>((slack, options, handlers, time) =>
            {
                Configure(slack, web, options.Value);
                slack.BackchannelHttpHandler = new SlackCalls(handlers);
                slack.TokenValidationParameters.LifetimeValidator = (_, expires, _, _) =>
                    expires > (time.GetUtcNow() - ClockSkew).UtcDateTime;
                Configure(slack.CorrelationCookie, secure);
                Configure(slack.NonceCookie, secure);
            });
    }

    private static void Configure(CookieAuthenticationOptions cookie, CookieSecurePolicy secure)
    {
        cookie.EventsType = typeof(SessionCheck);
        cookie.LoginPath = SignInRoutes.Path;
        cookie.ReturnUrlParameter = SignInRoutes.ReturnTo;
        cookie.ExpireTimeSpan = SignedInFor;
        cookie.SlidingExpiration = true;
        cookie.Cookie.Name = CookieName;
        Configure(cookie.Cookie, secure);
    }

    private static void Configure(CookieBuilder cookie, CookieSecurePolicy secure) =>
        (cookie.HttpOnly, cookie.SameSite, cookie.SecurePolicy, cookie.IsEssential) = (true, SameSiteMode.Lax, secure, true);

    /// <summary>
    /// Only the code flow, and only the scope that says who someone is. PKCE is an option of a Slack app; the secret proves the same here.
    /// </summary>
    private static void Configure(OpenIdConnectOptions options, WebOptions web, SlackOptions slack)
    {
        var workspace = new Uri(slack.ApiBaseUrl, "../");
        options.EventsType = typeof(SignInEvents);
        options.MetadataAddress = new Uri(workspace, ".well-known/openid-configuration").ToString();
        options.RequireHttpsMetadata = workspace.Scheme == Uri.UriSchemeHttps;
        options.ClientId = web.ClientId;
        options.ClientSecret = web.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = false;
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.CallbackPath = WebOptions.CallbackPath;
        options.RemoteSignOutPath = default;
        options.SignedOutCallbackPath = default;
        options.Scope.Clear();
        options.Scope.Add(OpenIdConnectScope.OpenId);
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.DisableTelemetry = true;
    }
}
