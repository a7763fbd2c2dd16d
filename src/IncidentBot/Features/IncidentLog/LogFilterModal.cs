using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.IncidentLog;

/// <summary>The filter of the log as a form.</summary>
internal static class LogFilterModal
{
    public const string CallbackId = "log_filter";

    /// <summary>The field of the last day, which carries the error when it is before the first one.</summary>
    public const string Until = "until";

    private const string Service = "service";
    private const string SeverityBlock = "severity";
    private const string Type = "type";
    private const string Cause = "cause";
    private const string From = "from";
    private const string More = "more";

    private static readonly Option NearMiss = new("Near miss", "near_miss");
    private static readonly Option Mine = new("Mine: I declared it or had a role", "mine");
    private static readonly Option OpenActions = new("With open action items", "open_actions");
    private static readonly Option Drills = new("Show drills too", "drills");
    private static readonly Option Cancelled = new("Show cancelled ones too", "cancelled");

    /// <param name="filter">The current filter.</param>
    /// <param name="where">Where the log is shown, to change it there; empty when it is shown in a modal.</param>
    public static Modal Render(LogFilter filter, string where) => new("Filter the log")
    {
        CallbackId = CallbackId,
        PrivateMetadata = where,
        Submit = "Show",
        Close = "Back",
        Blocks =
        [
            Search(Service, "Service", LogActions.ServiceOptions, filter.Service),
            Choice(SeverityBlock, "Severity", SeverityOption.All, filter.Severity is { } severity ? SeverityOption.Of(severity) : null),
            Choice(Type, "Type", [.. Enum.GetValues<IncidentType>().Select(Of), NearMiss], TypeOf(filter)),
            Search(Cause, "Cause class", LogActions.CauseOptions, filter.Cause),
            new InputBlock(From, "From", new DatePicker("value") { InitialDate = filter.From }) { Optional = true },
            new InputBlock(Until, "To", new DatePicker("value") { InitialDate = filter.Until }) { Optional = true },
            new InputBlock(More, "More", new Checkboxes("value")
            {
                Options = [Mine, OpenActions, Drills, Cancelled],
                InitialOptions = [.. Ticked(filter)],
            })
            { Optional = true },
        ],
    };

    public static LogFilter Read(ViewState state) => new()
    {
        Service = state.SelectedOption(Service),
        Severity = SeverityPolicy.Parse(state.SelectedOption(SeverityBlock)) is { Ok: true } severity ? severity.Value : null,
        Type = Enum.TryParse<IncidentType>(state.SelectedOption(Type), out var type) ? type : null,
        NearMisses = state.SelectedOption(Type) == NearMiss.Value,
        Cause = state.SelectedOption(Cause),
        From = state.Date(From),
        Until = state.Date(Until),
        Mine = state.Checked(More, Mine.Value!),
        OpenActions = state.Checked(More, OpenActions.Value!),
        Drills = state.Checked(More, Drills.Value!),
        Cancelled = state.Checked(More, Cancelled.Value!),
    };

    private static IEnumerable<Option> Ticked(LogFilter filter) =>
    [
        .. filter.Mine ? [Mine] : Array.Empty<Option>(),
        .. filter.OpenActions ? [OpenActions] : Array.Empty<Option>(),
        .. filter.Drills ? [Drills] : Array.Empty<Option>(),
        .. filter.Cancelled ? [Cancelled] : Array.Empty<Option>(),
    ];

    private static Option? TypeOf(LogFilter filter) =>
        filter.NearMisses ? NearMiss : filter.Type is { } type ? Of(type) : null;

    private static Option Of(IncidentType type) => new(type.ToString(), type.ToString());

    private static InputBlock Choice(string block, string label, IReadOnlyList<Option> options, Option? chosen) =>
        new(block, label, new StaticSelect("value") { Options = options, InitialOption = chosen }) { Optional = true };

    private static InputBlock Search(string block, string label, string action, string? chosen)
    {
        var known = chosen is null ? null : new Option(chosen, chosen);
        return new InputBlock(block, label, new ExternalSelect(action) { MinQueryLength = 0, InitialOption = known }) { Optional = true };
    }
}
