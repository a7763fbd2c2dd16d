namespace IncidentBot.Cards;

/// <summary>
/// The buttons that several cards show. The value of each is the incident's number, or what its comment says. A name
/// never changes its meaning: buttons stay in Slack for years.
/// </summary>
internal static class CardActions
{
    public const string Declare = "declare_open";

    /// <summary>No value.</summary>
    public const string NearMiss = "near_miss_open";

    /// <summary>Runs a command that was typed in another channel, or one from the home tab. Value: what to type, "resolve #12".</summary>
    public const string RunCommand = "command_run";

    /// <summary>Value: number and role, "12:lead".</summary>
    public const string ClaimRole = "role_claim";

    /// <summary>Value: number and role, "12:lead".</summary>
    public const string StepDown = "role_leave";

    public const string HandOver = "lead_hand_over_open";
    public const string EditIncident = "incident_edit_open";
    public const string EditMilestones = "milestones_open";
    public const string IncidentHistory = "history_open";
    public const string TimelineHistory = "timeline_history_open";
    public const string PostMortemHistory = "post_mortem_history_open";
    public const string PostUpdate = "update_open";
    public const string Resolve = "resolve_open";
    public const string WhatHappened = "what_happened_open";
    public const string CancelIncident = "incident_cancel_open";
    public const string MarkDuplicate = "incident_duplicate_open";
    public const string Reopen = "reopen_open";
    public const string ReviewTimeline = "timeline_review_open";
    public const string AddEntry = "timeline_entry_open";
    public const string Debrief = "debrief_open";

    /// <summary>Value: the entry's id.</summary>
    public const string EntryContext = "timeline_known_open";

    public const string PostMortem = "post_mortem_open";

    /// <summary>The label of that button on every card.</summary>
    public const string PostMortemLabel = "Open post-mortem";

    /// <summary>Posts the board of a running meeting again at the end of the channel.</summary>
    public const string ShowBoard = "room_show";

    public const string SchedulePostMortem = "post_mortem_schedule_open";
    public const string PickFacilitator = "facilitator_open";
    public const string ActionItems = "actions_open";
    public const string Join = "incident_join";

    /// <summary>Tries again to create the channel.</summary>
    public const string RetryChannel = "channel_retry";

    /// <summary>Uses the channel in which the incident was declared, because creating one failed.</summary>
    public const string UseChannel = "channel_use";
}
