using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.ActionItems;

/// <summary>What was entered; fields that the form did not show are empty.</summary>
internal sealed record ItemAnswer(DateOnly? Due, string Reason, PersonId? Owner);

/// <summary>Asks for a reason, a date or an owner before an item is blocked, dropped, moved or reassigned.</summary>
internal static class ActionItemReasonModal
{
    internal static class Blocks
    {
        public const string Due = DueDateField.Block;
        public const string Reason = "reason";
        public const string Owner = "owner";
    }

    /// <summary>The form behind a button; null when the button needs none.</summary>
    /// <param name="action">The button.</param>
    /// <param name="item">The action item.</param>
    /// <param name="key">What the form is about.</param>
    /// <param name="sprintEnd">The end of the next sprint, filled in when it is later than the current date.</param>
    public static Modal? Render(string action, ActionItem item, FormKey key, DateOnly sprintEnd) => action switch
    {
        ItemActions.Block => Form(action, "Blocked", "Save", item, key, Reason("What is it waiting for?", "A reply from the vendor")),
        ItemActions.Drop =>
            Form(action, "Drop action item", "Drop", item, key, Reason("Why drop this action?", "The service will be retired in May")),
        ItemActions.NewDate =>
            Form(
                action,
                "Change date",
                "Save",
                item,
                key,
                Day(item.DueDate, sprintEnd),
                Reason("Why change the date?", "The library ships on the 20th")),
        ItemActions.Propose =>
            Form(
                action,
                "Propose date",
                "Propose",
                item,
                key,
                Day(item.ProposedDate ?? item.DueDate, sprintEnd),
                Reason("Why that date?", "I'm away until the 16th")),
        ItemActions.Reassign =>
            Form(action, "Reassign", "Reassign", item, key, new InputBlock(Blocks.Owner, "New owner", new UsersSelect("value"))),
        _ => null,
    };

    public static ItemAnswer Read(ViewState state) => new(
        state.Date(Blocks.Due), state.Text(Blocks.Reason), state.SelectedUser(Blocks.Owner) is { } owner ? new PersonId(owner) : null);

    private static Modal Form(string action, string title, string submit, ActionItem item, FormKey key, params Block[] fields) => new(title)
    {
        CallbackId = action,
        PrivateMetadata = key.ToString(),
        Submit = submit,
        Close = "Cancel",
        Blocks =
        [
            new SectionBlock(Mrkdwn.Text(
                $"{ActionWords.Title(item)}\nIncident {item.IncidentNumber} · due {ActionWords.Day(item.DueDate)}")),
            .. fields,
        ],
    };

    private static InputBlock Day(DateOnly current, DateOnly sprintEnd) =>
        DueDateField.Render(current > sprintEnd ? current : sprintEnd, sprintEnd);

    private static InputBlock Reason(string question, string example) =>
        new(
            Blocks.Reason,
            question,
            new PlainTextInput("value") { MaxLength = ActionLimits.Reason, Multiline = true, Placeholder = example });
}
