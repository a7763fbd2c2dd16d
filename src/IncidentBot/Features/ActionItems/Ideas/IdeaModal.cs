using IncidentBot.Domain.ActionItems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.ActionItems.Ideas;

/// <summary>The form for an idea: what could change, and the effort. Owner and due date follow when it becomes an action item.</summary>
internal static class IdeaModal
{
    public const string CallbackId = "idea_write";

    private const string Text = "text";
    private const string Effort = "effort";

    public static Modal Render(int incident, Guid id) => new("Add an idea")
    {
        CallbackId = CallbackId,
        PrivateMetadata = new FormKey(incident, id.ToString("N")).ToString(),
        Submit = "Add",
        Close = "Cancel",
        Blocks =
        [
            new InputBlock(Text, "What could change?", new PlainTextInput("value")
            {
                MaxLength = ActionLimits.Text,
                Multiline = true,
                FocusOnLoad = true,
                Placeholder = ItemFormModal.GoodExample,
            }),
            new InputBlock(Effort, "Effort", new StaticSelect("value") { Options = [.. Enum.GetValues<ActionEffort>().Select(OptionOf)] })
            { Optional = true },
        ],
    };

    public static ActionDraft Read(ViewState state) => new(state.Text(Text))
    {
        Effort = Enum.TryParse<ActionEffort>(state.SelectedOption(Effort), out var effort) ? effort : null,
    };

    private static Option OptionOf(ActionEffort effort) => new(effort switch
    {
        ActionEffort.Small => "Small: hours",
        ActionEffort.Medium => "Medium: days",
        _ => "Large: weeks",
    }, $"{effort}");
}
