using System.ComponentModel.DataAnnotations;
using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Timelines;

/// <summary>Which reactions put a message on the timeline: emoji names, several separated by spaces, none to switch one off.</summary>
internal sealed class TimelineOptions
{
    public const string Section = "Timeline";

    [Required(AllowEmptyStrings = true)]
    public string EventEmoji { get; set; } = "pushpin";

    [Required(AllowEmptyStrings = true)]
    public string SignalEmoji { get; set; } = "satellite_antenna";

    [Required(AllowEmptyStrings = true)]
    public string MissedSignalEmoji { get; set; } = "no_bell";

    [Required(AllowEmptyStrings = true)]
    public string DecisionEmoji { get; set; } = "scales";

    [Required(AllowEmptyStrings = true)]
    public string QuestionEmoji { get; set; } = "parking";

    [Required(AllowEmptyStrings = true)]
    public string ActionIdeaEmoji { get; set; } = "hammer_and_wrench";

    /// <summary>The table of all six; refused when one emoji would mean two things.</summary>
    public Result<ReactionMap> Reactions() => ReactionMap.Create(new Dictionary<ReactionMeaning, IReadOnlyList<string>>
    {
        [ReactionMeaning.Event] = Names(EventEmoji),
        [ReactionMeaning.Signal] = Names(SignalEmoji),
        [ReactionMeaning.MissedSignal] = Names(MissedSignalEmoji),
        [ReactionMeaning.Decision] = Names(DecisionEmoji),
        [ReactionMeaning.Question] = Names(QuestionEmoji),
        [ReactionMeaning.ActionIdea] = Names(ActionIdeaEmoji),
    });

    private static string[] Names(string emoji) => emoji.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The service does not start with an emoji that means two things.</summary>
internal sealed class TimelineOptionsValidator : IValidateOptions<TimelineOptions>
{
    public ValidateOptionsResult Validate(string? name, TimelineOptions options) => options.Reactions() is { Ok: false, Refusal: var refusal }
        ? ValidateOptionsResult.Fail($"{TimelineOptions.Section}: {refusal.Sentence}")
        : ValidateOptionsResult.Success;
}
