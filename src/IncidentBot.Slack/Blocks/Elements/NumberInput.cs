using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Blocks;

/// <summary>A number input.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record NumberInput(string ActionId) : IInputElement
{
    /// <inheritdoc/>
    public string Type => "number_input";

    /// <summary>Takes a decimal point; always sent, because Slack requires it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool IsDecimalAllowed { get; init; }

    /// <summary>The smallest number; a string on the wire.</summary>
    [JsonConverter(typeof(DecimalAsStringConverter))]
    public decimal? MinValue { get; init; }

    /// <summary>The largest number; a string on the wire.</summary>
    [JsonConverter(typeof(DecimalAsStringConverter))]
    public decimal? MaxValue { get; init; }

    /// <summary>The initial value; a string on the wire.</summary>
    [JsonConverter(typeof(DecimalAsStringConverter))]
    public decimal? InitialValue { get; init; }

    /// <summary>Shown while nothing is chosen.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }
}
