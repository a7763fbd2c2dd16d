using IncidentBot.Workspace;

namespace IncidentBot.Web.Protection;

/// <summary>Another site can't send our forms: each carries a token that only our pages know.</summary>
internal static class FormProtection
{
    public static void AddFormProtection(this IServiceCollection services, WebOptions web) => services.AddAntiforgery(forms =>
    {
        forms.Cookie.Name = "incidentbot-form";
        forms.Cookie.SecurePolicy = web.Address.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        forms.SuppressXFrameOptionsHeader = true;
    });
}
