using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>The forms that ask which incident to link, and which link to remove.</summary>
internal static class LinkModal
{
    public const string Link = "incident_link";
    public const string Unlink = "incident_unlink";
    public const string Number = "number";
    public const string Kind = "kind";

    private const int NumberLimit = 20;

    private static readonly Option SameEvent = new("They are the same event: one post-mortem covers both", "same_event");
    private static readonly Option FollowUp = new("This one is a follow-up: each has its own post-mortem", "follow_up");

    public static Modal ToLink(Incident incident) => new("Link incidents")
    {
        CallbackId = Link,
        PrivateMetadata = IncidentWords.Number(incident),
        Submit = "Link",
        Close = "Cancel",
        Blocks =
        [
            About(incident),
            new InputBlock(Number, "Number of the other incident", new PlainTextInput("value")
            {
                Placeholder = "7",
                MaxLength = NumberLimit,
                FocusOnLoad = true,
            }),
            new InputBlock(Kind, "How are they linked?", new StaticSelect("value")
            {
                // No default: the first changes little, the second merges two post-mortems.
                Options = [FollowUp, SameEvent],
            }),
        ],
    };

    public static Modal ToUnlink(Incident incident) => new("Unlink incidents")
    {
        CallbackId = Unlink,
        PrivateMetadata = IncidentWords.Number(incident),
        Submit = "Unlink",
        Close = "Cancel",
        Blocks =
        [
            About(incident),
            new InputBlock(Number, "Which link?", new StaticSelect("value") { Options = [.. incident.Links.Select(Choice)] }),
        ],
    };

    /// <summary>Null when no number can be read.</summary>
    public static LinkWords? Read(ViewState state) =>
        LinkWords.Read(state.SelectedOption(Number) ?? state.Text(Number)) is { } words
            ? words with { IsFollowUp = words.IsFollowUp || state.SelectedOption(Kind) == FollowUp.Value }
            : null;

    private static SectionBlock About(Incident incident) => new(Mrkdwn.Text($"*{IncidentWords.Title(incident)}*"));

    private static Option Choice(IncidentLink link)
    {
        var words = link.InWords();
        return new Option(char.ToUpperInvariant(words[0]) + words[1..], FormattableString.Invariant($"{link.Other}"));
    }
}
