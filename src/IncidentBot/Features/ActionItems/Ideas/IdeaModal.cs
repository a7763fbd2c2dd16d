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

    public static Modal Render(int incident, Guid id) => new("Add idea")
    {
        CallbackId = CallbackId,
        PrivateMetadata = new FormKey(incident, id.ToString("N")).ToString(),
        Submit = "Add",
        Close = "Cancel",
        Blocks = [What(null), HowMuch(null)],
    };

    /// <summary>The idea is added; the form stays for someone who wants to reword it after a hint.</summary>
    public static Modal Added(ActionIdea idea, Mrkdwn hint) => new("Idea added")
    {
        CallbackId = CallbackId,
        PrivateMetadata = new FormKey(idea.IncidentNumber, idea.Id.ToString("N")).ToString(),
        Submit = "Save",
        Close = "Keep as is",
        Blocks = [What(idea), new SectionBlock(hint), HowMuch(idea)],
    };

    public static ActionDraft Read(ViewState state) => new(state.Text(Text))
    {
        Effort = Enum.TryParse<ActionEffort>(state.SelectedOption(Effort), out var effort) ? effort : null,
    };

    private static InputBlock What(ActionIdea? idea) => new(Text, "What could change?", new PlainTextInput("value")
    {
        InitialValue = idea?.Text,
        MaxLength = ActionLimits.Text,
        Multiline = true,
        FocusOnLoad = true,
        Placeholder = ItemFormModal.GoodExample,
    });

    private static InputBlock HowMuch(ActionIdea? idea) => new(Effort, "Effort", new StaticSelect("value")
    {
        Options = [.. Enum.GetValues<ActionEffort>().Select(OptionOf)],
        InitialOption = idea?.Effort is { } effort ? OptionOf(effort) : null,
    })
    {
        Optional = true,
    };

    private static Option OptionOf(ActionEffort effort) => new(effort switch
    {
        ActionEffort.Small => "Small: hours",
        ActionEffort.Medium => "Medium: days",
        _ => "Large: weeks",
    }, $"{effort}");
}
