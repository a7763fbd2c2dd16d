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
    public string EventEmoji { get; set; } = ReactionMeaning.Event.Emoji;

    [EmojiNames]
    public string SignalEmoji { get; set; } = ReactionMeaning.Signal.Emoji;

    [EmojiNames]
    public string MissedSignalEmoji { get; set; } = ReactionMeaning.MissedSignal.Emoji;

    [EmojiNames]
    public string DecisionEmoji { get; set; } = ReactionMeaning.Decision.Emoji;

    [EmojiNames]
    public string QuestionEmoji { get; set; } = ReactionMeaning.Question.Emoji;

    [EmojiNames]
    public string ActionIdeaEmoji { get; set; } = ReactionMeaning.ActionIdea.Emoji;

    /// <summary>The meaning of each emoji; refused when one emoji would have two.</summary>
    public Result<ReactionMap> Reactions() =>
        ReactionMap.Create(Settings().ToDictionary(setting => setting.Meaning, setting => (IReadOnlyList<string>)Names(setting.Emoji)));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var configured = (
            from setting in Settings()
            from emoji in Names(setting.Emoji)
            select (Name: $"{Section}__{setting.Name}", Default: setting.Meaning.Emoji, Emoji: emoji.Trim(':'))).ToList();
        foreach (var (name, example, _) in configured.Where(each => each.Emoji == ReactionMap.Acknowledgement))
        {
            yield return new ValidationResult(
                $"{name} is {ReactionMap.Acknowledgement}, which the bot itself reacts with. "
                + $"Choose another, for example {example}.");
        }

        foreach (var shared in configured.GroupBy(each => each.Emoji).Where(group => group.Count() > 1))
        {
            var settings = string.Join(" and ", shared.Select(each => each.Name));
            yield return new ValidationResult(
                $"{settings} share the emoji {shared.Key}. "
                + $"Give each its own, for example {string.Join(" and ", shared.Select(each => each.Default))}.");
        }
    }

    private (ReactionMeaning Meaning, string Name, string Emoji)[] Settings() =>
    [
        (ReactionMeaning.Event, nameof(EventEmoji), EventEmoji),
        (ReactionMeaning.Signal, nameof(SignalEmoji), SignalEmoji),
        (ReactionMeaning.MissedSignal, nameof(MissedSignalEmoji), MissedSignalEmoji),
        (ReactionMeaning.Decision, nameof(DecisionEmoji), DecisionEmoji),
        (ReactionMeaning.Question, nameof(QuestionEmoji), QuestionEmoji),
        (ReactionMeaning.ActionIdea, nameof(ActionIdeaEmoji), ActionIdeaEmoji),
    ];

    private static string[] Names(string emoji) => [.. emoji.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct()];
}

/// <summary>
/// The name of one emoji, or several names, each between colons; without them, "no bell" might be one emoji or two.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed partial class EmojiNamesAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        NamePattern().IsMatch((value as string ?? "").Trim())
            ? ValidationResult.Success
            : new ValidationResult(
                $"{validationContext.DisplayName} is \"{value}\". Set it to an emoji's name without spaces, for example no_bell, or to "
                + $"several between colons, for example :no_bell: :mute:.");

    [GeneratedRegex(@"^$|^[\p{Ll}\p{Lo}\p{Nd}_+'-]+$|^:[\p{Ll}\p{Lo}\p{Nd}_+'-]+:(\s+:[\p{Ll}\p{Lo}\p{Nd}_+'-]+:)*$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
