using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Forms;

/// <summary>The service of an incident: the names used before, and last the one that was typed.</summary>
internal static class ServiceField
{
    public const string Block = "service";

    public const string ActionId = "service_search";

    public static InputBlock Render(string? service = null) => new(Block, "Service", new ExternalSelect(ActionId)
    {
        MinQueryLength = 0,
        Placeholder = "Search, or type a new name",
        InitialOption = service is null ? null : Option(service, service),
    })
    { Optional = true };

    public static string Read(ViewState state) => state.SelectedOption(Block) ?? "";

    /// <summary>A name that differs from a known one in case and spaces only is that one.</summary>
    /// <param name="typed">What is typed.</param>
    /// <param name="known">The known names that contain it.</param>
    public static IEnumerable<Option> Options(string typed, IReadOnlyList<string> known)
    {
        var key = ServiceName.Key(typed);
        var found = known.Take(OptionGroup.MaxOptions - 1).Select(name => Option(name, name));
        return ServiceName.Check(typed) is { Ok: true, Value: var name } && known.All(service => ServiceName.Key(service) != key)
            ? found.Append(Option($"Create “{name}”", name))
            : found;
    }

    private static Option Option(string text, string name) => new(text, name);
}

/// <summary>Answers what is typed into the field.</summary>
internal sealed class SuggestServices(IncidentDb db) : IBlockOptionProvider
{
    public async Task<BlockOptions> HandleAsync(BlockSuggestion suggestion, CancellationToken cancellationToken) => BlockOptions.Of(
        ServiceField.Options(
            suggestion.Value,
            await db.ServiceNamesSeenByAsync(new PersonId(suggestion.User.Id), suggestion.Value, cancellationToken)));
}
