using IncidentBot.Commands;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Cards;

/// <summary>
/// What can be done to an action item from a message or a modal. The value of each button is the item's id; an option of the
/// menu carries both, "action_drop:id". A name never changes its meaning.
/// </summary>
internal static class ItemActions
{
    public const string Accept = "action_accept";
    public const string Decline = "action_decline";
    public const string Done = "action_done";
    public const string Start = "action_start";
    public const string Reopen = "action_reopen";
    public const string SnoozeDay = "action_snooze_1";
    public const string SnoozeThreeDays = "action_snooze_3";
    public const string SnoozeWeek = "action_snooze_7";
    public const string Take = "action_take";
    public const string AgreeToDate = "action_proposal_accept";
    public const string KeepDate = "action_proposal_keep";

    // These ask something first: the button's id is also its modal's callback id.
    public const string Block = "action_block";
    public const string Drop = "action_drop";
    public const string NewDate = "action_date";
    public const string Propose = "action_propose";
    public const string Reassign = "action_owner";
    public const string Edit = "action_edit";

    /// <summary>Shows who changed it and when, with the reasons for new dates and the snoozes.</summary>
    public const string History = "action_history";

    /// <summary>Opens the form of a new one. Value: the incident's number.</summary>
    public const string Add = "action_add_open";

    /// <summary>Makes an idea an action item. Value: the idea's id.</summary>
    public const string Promote = "action_promote";
    public const string PromoteLabel = "Make it an action";

    /// <summary>Adds an idea. Value: the incident's number.</summary>
    public const string AddIdea = "idea_add";

    /// <summary>Opens the three votes. Value: the incident's number.</summary>
    public const string Vote = "idea_vote";

    /// <summary>Parks the ideas beyond the limit. Value: the incident's number.</summary>
    public const string ParkRest = "idea_park_rest";

    /// <summary>The menu at the end of a row.</summary>
    public const string More = "action_more";

    /// <summary>Turns the pages of a list. Value of this and the next: which list, and the page to show, "all:1".</summary>
    public const string NextPage = "action_page_next";

    public const string PreviousPage = "action_page_previous";

    /// <summary>Shows the person's own items. No value.</summary>
    public const string Mine = "action_mine";

    public static Button Button(string action, string label, ActionItem item, ButtonStyle? style = null) =>
        new(action, label) { Value = ButtonValue.Write(item.Id), Style = style };

    public static Overflow Menu(ActionItem item, params (string Action, string Label)[] entries) =>
        new(More, [.. entries.Select(entry => new Option(new PlainText(entry.Label), ButtonValue.Write(entry.Action, item.Id)))]);
}
