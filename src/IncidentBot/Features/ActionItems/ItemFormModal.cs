using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Forms.Wording;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// What the form shows. An existing item has separate buttons for owner and due date, so its form has no such fields. While the
/// incident is open, the form adds an idea.
/// </summary>
internal sealed record ItemForm(FormKey Key, ActionDraft Draft, bool NeedsMetric, bool IsEdit = false, bool IsIdea = false)
{
    /// <summary>The end of the next sprint: the due date of a new action item, unless another one is chosen.</summary>
    public DateOnly SprintEnd { get; init; }

    public static ItemForm New(FormKey key, Incident incident, ActionDraft draft, DateOnly sprintEnd) =>
        new(key, draft, ActionLimits.NeedsMetric(incident.Severity), IsIdea: incident.Status != IncidentStatus.Resolved)
        {
            SprintEnd = sprintEnd,
        };

    public static ItemForm Edit(FormKey key, Incident incident, ActionItem item) => new(
        key,
        new ActionDraft(item.Text)
        {
            Helpers = item.Helpers,
            Team = item.Team,
            Priority = item.Priority,
            Effort = item.Effort,
            SuccessMetric = item.SuccessMetric,
            TicketLink = item.TicketLink,
            AgreementOn = item.AgreementOn,
            Destination = item.Destination,
        },
        ActionLimits.NeedsMetric(incident.Severity),
        IsEdit: true);
}

/// <summary>What was entered. The owner is still only an id.</summary>
internal sealed record ItemInput(ActionDraft Draft, PersonId? Owner);

/// <summary>The form of an action item. Text, owner and due date are needed; the rest is optional.</summary>
internal static class ItemFormModal
{
    /// <summary>The form of a new item; the edit form uses <see cref="ItemActions.Edit"/>.</summary>
    public const string CallbackId = "action_item";

    internal static class Blocks
    {
        public const string Text = "text";
        public const string Owner = "owner";
        public const string Due = DueDateField.Block;
        public const string Priority = "priority";
        public const string Effort = "effort";
        public const string Metric = "metric";
        public const string Helpers = "helpers";
        public const string Team = "team";
        public const string Ticket = "ticket";
        public const string Agreement = "agreement";
        public const string Destination = "destination";
    }

    public const string GoodExample = "Alert when the oldest message in the queue is older than a minute";

    /// <summary>The text field for the blame check. When an item is edited, unchanged text is not checked again.</summary>
    public static ReviewedField ReviewedText(bool isEdit) =>
        new(Blocks.Text, BlameField.Action) { OnlyIfEdited = isEdit, Example = GoodExample };

    public static Modal Render(ItemForm form) => new(form.IsIdea ? "Action idea" : "Action item")
    {
        CallbackId = form.IsEdit ? ItemActions.Edit : CallbackId,
        PrivateMetadata = form.Key.ToString(),
        Submit = "Save",
        Close = "Cancel",
        Blocks =
        [
            new InputBlock(Blocks.Text, "What will change?", new PlainTextInput("value")
            {
                InitialValue = form.Draft.Text.Length == 0 ? null : SlackText.Truncate(form.Draft.Text, ActionLimits.Text),
                MaxLength = ActionLimits.Text,
                Multiline = true,
                Placeholder = GoodExample,
            }),
            .. form.IsEdit ? [] : OwnerAndDate(form),
            .. Details(form),
        ],
    };

    public static ItemInput Read(ViewState state) => new(
        new ActionDraft(state.Text(Blocks.Text), DueDate: state.Date(Blocks.Due))
        {
            Helpers = [.. state.SelectedUsers(Blocks.Helpers).Select(id => new PersonId(id))],
            Team = state.Text(Blocks.Team),
            Priority = Enum.TryParse<ActionPriority>(state.SelectedOption(Blocks.Priority), out var priority) ? priority : null,
            Effort = Enum.TryParse<ActionEffort>(state.SelectedOption(Blocks.Effort), out var effort) ? effort : null,
            SuccessMetric = state.Text(Blocks.Metric),
            TicketLink = state.Text(Blocks.Ticket),
            AgreementOn = state.Date(Blocks.Agreement),
            Destination = Enum.TryParse<LearningDestination>(state.SelectedOption(Blocks.Destination), out var destination)
                ? destination
                : null,
        },
        state.SelectedUser(Blocks.Owner) is { } owner ? new PersonId(owner) : null);

    private static IEnumerable<Block> OwnerAndDate(ItemForm form)
    {
        yield return new ContextBlock(Mrkdwn.Raw(form.IsIdea
            ? "The incident is still open, so this is kept as an idea. The post-mortem decides what becomes an action item."
            : ActionWords.OwnerAndDateRule));
        yield return new InputBlock(Blocks.Owner, "Owner", new UsersSelect("value") { InitialUser = form.Draft.Owner?.Id.Value })
        { Optional = true };
        yield return DueDateField.Render(form.Draft.DueDate ?? (form.IsIdea ? null : form.SprintEnd), form.SprintEnd) with
        {
            Optional = true,
        };
    }

    private static IEnumerable<Block> Details(ItemForm form)
    {
        var draft = form.Draft;
        yield return new InputBlock(Blocks.Metric, "How will you know it worked?", new PlainTextInput("value")
        {
            InitialValue = draft.SuccessMetric,
            MaxLength = ActionLimits.SuccessMetric,
            Placeholder = "The next stuck queue pages us within two minutes",
        })
        {
            Optional = true,
            Hint = form.NeedsMetric ? MetricHint() : null,
        };
        yield return Choice(Blocks.Priority, "Priority", draft.Priority);
        yield return Choice(Blocks.Effort, "Effort", draft.Effort);
        yield return new InputBlock(Blocks.Destination, "Kind of change", new StaticSelect("value")
        {
            Options = [.. Enum.GetValues<LearningDestination>().Select(OptionOf)],
            InitialOption = draft.Destination is { } known ? OptionOf(known) : null,
        })
        { Optional = true };
        yield return new InputBlock(Blocks.Helpers, "Helpers", new MultiUsersSelect("value")
        {
            InitialUsers = [.. draft.Helpers.Select(helper => helper.Value)],
            MaxSelectedItems = ActionLimits.Helpers,
        })
        { Optional = true };
        yield return new InputBlock(Blocks.Team, "Supporting team", new PlainTextInput("value")
        {
            InitialValue = draft.Team,
            MaxLength = ActionLimits.Team,
            Placeholder = "Payments",
        })
        { Optional = true, Hint = "Helps the owner, who stays accountable." };
        yield return new InputBlock(Blocks.Ticket, "Ticket", new UrlTextInput("value") { InitialValue = draft.TicketLink })
        { Optional = true };
        yield return new InputBlock(
            Blocks.Agreement, "Other team agrees by", new DatePicker("value") { InitialDate = draft.AgreementOn })
        {
            Optional = true,
        };
    }

    private static PlainText MetricHint() =>
        new($"Required for {SeverityLabels.Of(Severity.Sev1)} and {SeverityLabels.Of(Severity.Sev2)}.");

    private static Option OptionOf(LearningDestination destination) =>
        new(new PlainText(DestinationWords.Of(destination)), destination.ToString());

    private static InputBlock Choice<T>(string block, string label, T? chosen)
        where T : struct, Enum => new(block, label, new StaticSelect("value")
        {
            Options = [.. Enum.GetNames<T>().Select(name => new Option(new PlainText(name), name))],
            InitialOption = chosen is { } value ? new Option(new PlainText($"{value}"), $"{value}") : null,
        })
        { Optional = true };
}
