using System.Globalization;

namespace IncidentBot.Storage.Rows;

/// <summary>The names under which the bot finds its own messages again.</summary>
internal static class BotMessageNames
{
    public const string StatusCard = "status_card";
    public const string Headline = "headline";
    public const string ResolveCard = "resolve_card";
    public const string WriteUp = "write_up";
    public const string Board = "board";

    /// <summary>A board that was posted again further down; its subject is the incident and its ts, "12:1772530000.000100".</summary>
    public const string OldBoard = "old_board";

    /// <summary>Which of an incident's boards is pinned; its ts is empty when none is.</summary>
    public const string PinnedBoard = "pinned_board";

    /// <summary>A DM about action items; its subject is the message of its <see cref="ActionNotice"/> rows.</summary>
    public const string ActionItems = "action_items";

    /// <summary>The DM that asks someone to facilitate; its subject is the incident and the turn, "12:3".</summary>
    public const string FacilitatorRequest = "facilitator_ask";

    /// <summary>The DM with questions before the meeting; its subject is the incident and the person, "12:U024BE7LH".</summary>
    public const string Preparation = "preparation";

    /// <summary>A section of a reminder: questions before the meeting; its subject is the incident and the person.</summary>
    public const string PreparationDue = "preparation_due";

    /// <summary>The DM that asks someone to read the draft; its subject is the incident and the person, "12:U024BE7LH".</summary>
    public const string SignOff = "sign_off";

    /// <summary>The draft in the incident's channel.</summary>
    public const string Draft = "draft";

    /// <summary>A correction in a thread; its subject is the incident and the correction, "12:0195...".</summary>
    public const string Correction = "correction";

    /// <summary>After publishing: who should still hear of it.</summary>
    public const string Sharing = "sharing";

    /// <summary>
    /// The DM that asks an owner whether actions worked; its subject is the message of <see cref="ActionNotice"/> rows.
    /// </summary>
    public const string Effect = "effect";

    /// <summary>
    /// The DM of the recurrence check; its subject is the
    /// incident, the day and the person, "12:20260515:U024BE7LH".
    /// </summary>
    public const string Return = "return";

    /// <summary>
    /// A DM with everything that someone is reminded of; its subject is the message of its <see cref="ReminderLine"/>
    /// rows.
    /// </summary>
    public const string Reminders = "reminders";

    /// <summary>A section of a reminder: what a post-mortem needs next; its subject is the incident, the person and the day.</summary>
    public const string PostMortemDue = "post_mortem_due";

    /// <summary>A section of a reminder: the progress review; its subject is the incident, the person and the day.</summary>
    public const string Progress = "progress";

    /// <summary>
    /// A section of a reminder: the structural gap is open again; its subject is the incident, the reason and the
    /// person.
    /// </summary>
    public const string OpenGap = "open_gap";

    /// <summary>A section of a reminder: someone facilitates; its subject is the incident and the person.</summary>
    public const string Facilitating = "facilitating";

    /// <summary>The call for a volunteer to facilitate, where everyone can see it.</summary>
    public const string FacilitatorCall = "facilitator_call";

    /// <summary>
    /// The invitation to a meeting in the incident's channel; its subject is the incident, which change of the meeting it is, and when
    /// the meeting was before, in seconds since 1970.
    /// </summary>
    public const string Meeting = "meeting";

    /// <summary>A section of a reminder: another facilitator is needed; its subject is the incident and who left.</summary>
    public const string FacilitatorLeft = "facilitator_left";

    /// <summary>A section of a reminder: the meeting is too late now; its subject is the incident and the person.</summary>
    public const string LateMeeting = "late_meeting";

    /// <summary>
    /// A section of a reminder: invited people can't attend; its subject is the incident, the reader, and the start of the meeting in
    /// seconds since 1970.
    /// </summary>
    public const string CannotAttend = "cannot_attend";

    /// <summary>
    /// A section of a reminder: the time of a step of the meeting in writing is up; its subject is the incident and the
    /// step.
    /// </summary>
    public const string WrittenStep = "written_step";

    /// <summary>A section of a reminder: someone has not signed off; its subject is the incident, who it is, and the reader.</summary>
    public const string MissingSignOff = "missing_sign_off";

    /// <summary>A status update that is due; its subject is the incident, when it was due, and which reminder it is.</summary>
    public const string UpdateDue = "update_due";

    /// <summary>The write-up in the canvas of the incident's channel; its ts is the canvas's id.</summary>
    public const string Canvas = "canvas";

    /// <summary>A near miss in #incidents; its subject is the near miss's number.</summary>
    public const string NearMiss = "near_miss";

    /// <summary>The message in #incidents that opens the log. Its subject is the channel's id.</summary>
    public const string IncidentLog = "incident_log";

    /// <summary>A structural investigation in #incidents; its subject is the investigation.</summary>
    public const string Investigation = "investigation";

    /// <summary>A section of a reminder: a structural investigation; its subject is the investigation and the person.</summary>
    public const string InvestigationDue = "investigation_due";

    /// <summary>
    /// An incident of a service that a channel or a person subscribed to; its subject is the incident and Slack's id of the channel or
    /// the person.
    /// </summary>
    public const string ServiceNotice = "service_notice";

    /// <summary>A section of a reminder: the week of a service; its subject is the subscription and the Monday.</summary>
    public const string ServiceDigest = "service_digest";

    public static string WriteUpOf(int number) => Card(WriteUp, number);

    public static string Card(string card, string subject) => $"{card}:{subject}";

    public static string Card(string card, int incidentNumber) => Card(card, incidentNumber.ToString(CultureInfo.InvariantCulture));
}
