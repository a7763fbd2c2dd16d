using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Blocks;

/// <summary>A date picker: a day without a zone.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record DatePicker(string ActionId) : IActionsElement, ISectionAccessory, IInputElement
{
    /// <inheritdoc/>
    public string Type => "datepicker";

    /// <summary>The day chosen at first.</summary>
    public DateOnly? InitialDate { get; init; }

    /// <summary>Shown while nothing is chosen.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Asks again before the action is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }
}

/// <summary>A time picker: a wall-clock time; the zone is only shown.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record TimePicker(string ActionId) : IActionsElement, ISectionAccessory, IInputElement
{
    /// <inheritdoc/>
    public string Type => "timepicker";

    /// <summary>The time chosen at first.</summary>
    [JsonConverter(typeof(HourMinuteConverter))]
    public TimeOnly? InitialTime { get; init; }

    /// <summary>An IANA zone shown with the time and echoed back; Slack does not convert.</summary>
    public string? Timezone { get; init; }

    /// <summary>Shown while nothing is chosen.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Asks again before the action is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }
}

/// <summary>A date and time picker: an instant, chosen in the reader's own zone.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record DateTimePicker(string ActionId) : IActionsElement, IInputElement
{
    /// <inheritdoc/>
    public string Type => "datetimepicker";

    /// <summary>The instant chosen at first.</summary>
    [JsonConverter(typeof(UnixSecondsConverter))]
    public DateTimeOffset? InitialDateTime { get; init; }

    /// <summary>Asks again before the action is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }
}
