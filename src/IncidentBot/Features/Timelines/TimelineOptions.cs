using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;

namespace IncidentBot.Features.Timelines;

/// <summary>Which reactions put a message on the timeline: an emoji's name, several between colons, or empty to switch one off.</summary>
internal sealed class TimelineOptions : IValidatableObject
{
    public const string Section = "Timeline";

    [EmojiNames]
    public string EventEmoji { get; set; } = "pushpin";

    [EmojiNames]
    public string SignalEmoji { get; set; } = "satellite_antenna";

    [EmojiNames]
    public string MissedSignalEmoji { get; set; } = "no_bell";

    [EmojiNames]
    public string DecisionEmoji { get; set; } = "scales";

    [EmojiNames]
    public string QuestionEmoji { get; set; } = "parking";

    [EmojiNames]
    public string ActionIdeaEmoji { get; set; } = "hammer_and_wrench";

    /// <summary>The table of all six; refused when one emoji would mean two things.</summary>
    public Result<ReactionMap> Reactions() =>
        ReactionMap.Create(Settings().ToDictionary(setting => setting.Meaning, setting => (IReadOnlyList<string>)Names(setting.Emoji)));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var names = Settings().SelectMany(setting => Names(setting.Emoji).Select(emoji => (setting.Meaning, Emoji: emoji.Trim(':'))))
            .ToList();
        foreach (var (meaning, _) in names.Where(name => name.Emoji == ReactionMap.Acknowledgement))
        {
            yield return new ValidationResult(
                $"{Name(meaning)} has {ReactionMap.Acknowledgement}, with which the bot itself reacts. "
                + $"Choose another, for example {Example(meaning)}.");
        }

        foreach (var twice in names.GroupBy(name => name.Emoji).Where(group => group.Count() > 1))
        {
            var settings = string.Join(" and ", twice.Select(name => Name(name.Meaning)));
            yield return new ValidationResult(
                $"{settings} share the emoji {twice.Key}. "
                + $"Give each its own, for example {string.Join(" and ", twice.Select(name => Example(name.Meaning)))}.");
        }
    }

    private (ReactionMeaning Meaning, string Emoji)[] Settings() =>
    [
        (ReactionMeaning.Event, EventEmoji),
        (ReactionMeaning.Signal, SignalEmoji),
        (ReactionMeaning.MissedSignal, MissedSignalEmoji),
        (ReactionMeaning.Decision, DecisionEmoji),
        (ReactionMeaning.Question, QuestionEmoji),
        (ReactionMeaning.ActionIdea, ActionIdeaEmoji),
    ];

    private static string[] Names(string emoji) => [.. emoji.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct()];

    private static string Name(ReactionMeaning meaning) => $"{Section}__{meaning}Emoji";

    private static string Example(ReactionMeaning meaning) => ReactionMap.Default.EmojiFor(meaning)[0];
}

/// <summary>
/// The name of an emoji, or several, each between colons: without colons, "no bell" could be one emoji or two, and neither
/// of the two exists.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed partial class EmojiNamesAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        Form().IsMatch((value as string ?? "").Trim())
            ? ValidationResult.Success
            : new ValidationResult(
                $"{validationContext.DisplayName} is \"{value}\". Set it to an emoji's name without spaces, for example no_bell, or to "
                + $"several between colons, for example :no_bell: :mute:.");

    [GeneratedRegex(@"^$|^[\p{Ll}\p{Lo}\p{Nd}_+'-]+$|^:[\p{Ll}\p{Lo}\p{Nd}_+'-]+:(\s+:[\p{Ll}\p{Lo}\p{Nd}_+'-]+:)*$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
