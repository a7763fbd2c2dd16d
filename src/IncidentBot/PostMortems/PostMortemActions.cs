using IncidentBot.Domain.WriteUps;

namespace IncidentBot.PostMortems;

/// <summary>The buttons of a post-mortem. The value is the incident's number unless a comment says otherwise.</summary>
internal static class PostMortemActions
{
    /// <summary>Value: number and section, "12:summary".</summary>
    public const string OpenSection = "post_mortem_section_open";

    /// <summary>Value: number, section and item, "12:factor:0195...".</summary>
    public const string OpenItem = "post_mortem_item_open";

    /// <summary>Value: number and section, "12:factor".</summary>
    public const string NewItem = "post_mortem_item_new";

    /// <summary>Value: number, section and item, "12:factor:0195...".</summary>
    public const string RemoveItem = "post_mortem_item_remove";

    /// <summary>Value: number, section and chain, "12:whys:0195...".</summary>
    public const string ChooseGap = "post_mortem_gap_choose";

    /// <summary>Value: number, section and chain, "12:whys:0195...".</summary>
    public const string SuggestCauses = "post_mortem_causes_suggest";

    public const string ReadDebrief = "post_mortem_debrief_read";
    public const string Schedule = "post_mortem_schedule_open";

    /// <summary>Value: number and start of the meeting in seconds since 1970, "12:1772546400".</summary>
    public const string CannotAttend = "meeting_cannot_attend";

    /// <summary>Value: as for <see cref="CannotAttend"/>.</summary>
    public const string CanAttend = "meeting_can_attend";
    public const string Facilitator = "facilitator_open";
    public const string Volunteer = "facilitator_volunteer";
    public const string DeclineFacilitating = "facilitator_decline";

    /// <summary>Value: number and turn of the question, "12:3".</summary>
    public const string AcceptFacilitatorRequest = "facilitator_ask_accept";

    /// <summary>Value: number and turn of the question, "12:3".</summary>
    public const string DeclineFacilitatorRequest = "facilitator_ask_refuse";

    /// <summary>Value: the action's own id, because the button belongs to no incident.</summary>
    public const string JoinPool = "facilitator_pool_join";

    /// <summary>Value: the action's own id.</summary>
    public const string LeavePool = "facilitator_pool_leave";

    /// <summary>Value: number.</summary>
    public const string AskPeople = "preparation_ask_open";

    /// <summary>Value: number.</summary>
    public const string ReadAnswers = "preparation_read";

    /// <summary>Value: number and person, "12:U024BE7LH".</summary>
    public const string QuoteAnswer = "preparation_quote";

    /// <summary>Value: number and person, "12:U024BE7LH".</summary>
    public const string AnswerQuestions = "preparation_answer_open";

    /// <summary>Value: number and person, "12:U024BE7LH".</summary>
    public const string RatherTalk = "preparation_talk";

    public const string MarkHeld = "post_mortem_held";
    public const string Attendance = "post_mortem_attendance_open";
    public const string SignOff = "post_mortem_sign_off";

    /// <summary>Value: number and person, "12:U024BE7LH".</summary>
    public const string ExcuseFromSignOff = "post_mortem_sign_off_excuse";
    public const string Preview = "post_mortem_preview";

    /// <summary>Value of the option: number and template, "12:one-page".</summary>
    public const string Template = "write_up_template";

    public const string ShareDraft = "post_mortem_draft_share";

    /// <summary>Value: number, or number and <see cref="Correction"/> once it is published, "12:correction".</summary>
    public const string Publish = "post_mortem_publish";

    public static string Share(SharingStep step) => step is SharingStep.Leadership ? BriefLeadership : TellTeams;

    public static SharingStep StepOf(string action) => action == BriefLeadership ? SharingStep.Leadership : SharingStep.RelatedTeams;

    public const string Correction = "correction";
    public const string MarkAsRead = "write_up_read";
    public const string BriefLeadership = "write_up_share_leadership";
    public const string TellTeams = "write_up_share_teams";
    public const string OpenCorrection = "correction_open";

    /// <summary>Value: number and correction, "12:0195...".</summary>
    public const string AcceptCorrection = "correction_accept";

    /// <summary>Value: number and correction, "12:0195...".</summary>
    public const string DeclineCorrection = "correction_decline_open";

    public const string CorrectionAlreadyRight = "correction_already_right";

    public const string Archive = "channel_archive";
    public const string KeepChannel = "channel_archive_not_yet";
    public const string Waive = "post_mortem_waive_open";
}
