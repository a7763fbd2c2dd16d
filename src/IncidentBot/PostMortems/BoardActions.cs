namespace IncidentBot.PostMortems;

/// <summary>
/// The buttons of the board. Buttons that change the phase carry the step at which they were shown, "12:3" for step 3 of incident 12's
/// meeting, so two people who press at once move one step. The values of these constants are in posted messages and never change.
/// </summary>
internal static class BoardActions
{
    /// <summary>Value: the incident's number.</summary>
    public const string Open = "room_open";

    /// <summary>Value: number and step.</summary>
    public const string Next = "room_next";

    /// <summary>Value: number and step.</summary>
    public const string Back = "room_back";

    /// <summary>Value: number and step.</summary>
    public const string Finish = "room_finish";

    /// <summary>Value: number and the planned end that was shown, in seconds since 1970.</summary>
    public const string Extend = "room_extend";

    /// <summary>Value: number and the prompt that was shown.</summary>
    public const string Prompt = "room_prompt";

    /// <summary>Value: number and the entry to go to.</summary>
    public const string PreviousEntry = "room_walk_back";

    /// <summary>Value: number and the entry to go to.</summary>
    public const string NextEntry = "room_walk_on";

    /// <summary>Value: number and step.</summary>
    public const string PrimeDirective = "room_directive";

    /// <summary>Value: number and step.</summary>
    public const string AgreeOnTimeline = "room_timeline_agreed";

    /// <summary>Value: the incident's number.</summary>
    public const string ReopenTimeline = "room_timeline_not_agreed";

    /// <summary>Value: the incident's number.</summary>
    public const string Resume = "room_resume";

    /// <summary>Value: the incident's number.</summary>
    public const string Agenda = "room_agenda";

    /// <summary>Value: the incident's number.</summary>
    public const string FollowUps = "room_follow_ups_open";

    /// <summary>Value: the incident's number.</summary>
    public const string Join = "room_here";

    /// <summary>Value: the incident's number.</summary>
    public const string TakeOver = "room_wheel";

    /// <summary>Value: the incident's number.</summary>
    public const string RaiseBlame = "room_blame";

    /// <summary>
    /// The menu for everyone. Value of an option: the button that it stands for, and that button's value, "room_here:12".
    /// </summary>
    public const string Menu = "room_menu";

    /// <summary>The facilitator's menu; values as in <see cref="Menu"/>.</summary>
    public const string FacilitatorMenu = "room_run_menu";

    /// <summary>Value: the incident's number.</summary>
    public const string Park = "room_park";

    /// <summary>Value: the incident's number.</summary>
    public const string ParkingLot = "room_parking_lot";

    /// <summary>Value of this and the next two: number and parked point, "12:0195...".</summary>
    public const string AnswerPoint = "room_parked_answer";

    public const string PointToIdea = "room_parked_idea";

    public const string DropPoint = "room_parked_drop";
}
