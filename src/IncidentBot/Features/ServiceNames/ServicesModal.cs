using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.ServiceNames;

/// <summary>The services that incidents name, and the form that renames one.</summary>
internal static class ServicesModal
{
    public const string CallbackId = "services";
    public const string RenameCallbackId = "service_rename";

    /// <summary>Value: the service's name.</summary>
    public const string Rename = "service_rename_open";

    public const string Name = "name";

    private const int MaxShown = 95;

    public static Modal Render(IReadOnlyList<KnownService> services) => new("Services")
    {
        CallbackId = CallbackId,
        Close = "Close",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Raw(services.Count == 0
                ? "No incident names a service yet. Choose one when you declare or edit an incident."
                : "Rename a service in all its incidents. To merge two services, give one the name of the other.")),
            .. services.Take(MaxShown).Select(Row),
            .. services.Count > MaxShown
                ? [new ContextBlock(Mrkdwn.Text($"{services.Count - MaxShown} rarely named services are not shown."))]
                : Array.Empty<Block>(),
        ],
    };

    public static Modal RenderRename(string service) => new("Rename service")
    {
        CallbackId = RenameCallbackId,
        PrivateMetadata = service,
        Submit = "Rename",
        Close = "Cancel",
        Blocks =
        [
            new InputBlock(Name, "New name", new PlainTextInput("value")
            {
                InitialValue = service,
                MaxLength = Incident.NameLimit,
                FocusOnLoad = true,
            })
            { Hint = "The name of another service merges the two." },
        ],
    };

    public static string ReadName(ViewState state) => state.Text(Name);

    private static SectionBlock Row(KnownService service) => new(Mrkdwn.Text(
        $"*{service.Name}* · {(service.Incidents == 1 ? "1 incident" : FormattableString.Invariant($"{service.Incidents} incidents"))}"))
    {
        Accessory = new Button(Rename, "Rename") { Value = service.Name },
    };
}
