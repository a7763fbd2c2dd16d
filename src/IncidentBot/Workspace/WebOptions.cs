using System.ComponentModel.DataAnnotations;

namespace IncidentBot.Workspace;

/// <summary>The pages that people open in a browser: off until they have an address.</summary>
internal sealed class WebOptions : IValidatableObject
{
    public const string Section = "Web";

    /// <summary>Where Slack sends people back to with the proof of who they are; part of the app's manifest.</summary>
    public const string CallbackPath = "/sign-in/callback";

    private const string Example = "https://incidents.example.com";
    private const string ExampleId = "1234567890.1234567890123";

    /// <summary>Where people open the pages, without a path; empty for no pages.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The Client ID of the Slack app, for Sign in with Slack.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The Client Secret of the Slack app.</summary>
    public string ClientSecret { get; set; } = "";

    public bool IsOn => PublicUrl.Length > 0;

    /// <summary>Only for settings that were checked, and only where pages are on.</summary>
    public Uri Address => new(PublicUrl);

    /// <summary>The address for the app's manifest; null where there are no pages.</summary>
    public string? Callback => IsOn && IsAddress() ? new Uri(Address, CallbackPath).ToString() : null;

    /// <summary>What is wrong with the address; null when nothing is, or when there are no pages.</summary>
    public string? AddressProblem => !IsOn || IsAddress()
        ? null
        : $"Web__PublicUrl is \"{PublicUrl}\". Set it to the https address of the pages without a path, for example {Example}.";

    /// <summary>One sentence for what is wrong first; never prints the secret.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Problem is { } problem ? [new ValidationResult(problem)] : [];

    private string? Problem => (IsOn, ClientId.Length > 0, ClientSecret.Length > 0) switch
    {
        (false, false, false) => null,
        (false, _, _) => "Web__PublicUrl is empty, but Web__ClientId or Web__ClientSecret is set. Set it to the address of the pages, "
            + $"for example {Example}, or remove the other two.",
        _ when AddressProblem is { } wrong => wrong,
        (_, false, false) => "Web__PublicUrl is set, but Web__ClientId and Web__ClientSecret are missing. Copy both from the app's Basic "
            + $"Information page, for example {ExampleId}.",
        _ when !IsId() => $"Web__ClientId is \"{ClientId}\". Set it to the Client ID of the app's Basic Information page, for example "
            + $"{ExampleId}.",
        _ when ClientSecret.Length == 0 || ClientSecret.Any(char.IsWhiteSpace) => "Web__ClientSecret is empty or has blanks in it. Set it "
            + "to the Client Secret of the app's Basic Information page, 32 letters and digits such as 0123456789abcdef0123456789abcdef.",
        _ => null,
    };

    /// <summary>Plain http only on this machine: the cookie that proves who someone is must not cross a network in the clear.</summary>
    private bool IsAddress() =>
        Uri.TryCreate(PublicUrl, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" };

    private bool IsId() => ClientId.Length > 0 && ClientId.All(sign => char.IsAsciiDigit(sign) || sign == '.');
}
