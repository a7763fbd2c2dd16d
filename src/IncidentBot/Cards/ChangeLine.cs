using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Cards;

/// <summary>A recorded change as one line of the channel: old and new, and by whom.</summary>
internal static class ChangeLine
{
    private const int MaxValueLength = 150;

    public static Mrkdwn Of(IncidentChange change, int maxValueLength = MaxValueLength)
    {
        if (change.Fact == ChangedFact.Role)
        {
            return Role(change);
        }

        // The sentence is made of escaped values and of mentions: text as Slack itself would deliver it.
        var sentence = ChangeSentence.For(Escaped(change, maxValueLength), person => Mrkdwn.User(person.Value).Content);
        return Mrkdwn.FromSlack(char.ToUpperInvariant(sentence[0]) + sentence[1..]);
    }

    private static Mrkdwn Role(IncidentChange change)
    {
        var role = RoleDescription.HolderIn(change);
        var by = Mrkdwn.User(change.By.Value);
        return change switch
        {
            { New: { } taker } when taker == change.By.Value => Mrkdwn.Text($"{Mrkdwn.User(taker)} is now {role}."),
            { New: { } given } => Mrkdwn.Text($"{by} made {Mrkdwn.User(given)} {role}."),
            _ => Mrkdwn.Text($"{by} stepped down as {role}. No one has this role now."),
        };
    }

    private static IncidentChange Escaped(IncidentChange change, int max) => new()
    {
        Fact = change.Fact,
        Detail = Escaped(change.Detail, max),
        Old = Instant(change, change.Old) ?? Escaped(change.Old, max),
        New = Instant(change, change.New) ?? Escaped(change.New, max),
        By = change.By,
        At = change.At,
    };

    /// <summary>An instant as the rest of the line shows it: in the reader's zone.</summary>
    private static string? Instant(IncidentChange change, string? value) =>
        change.Fact is ChangedFact.Milestone or ChangedFact.Start or ChangedFact.End
        && DateTimeOffset.TryParseExact(
            value, "yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Mrkdwn.Date(at).Content
            : null;

    private static string? Escaped(string? text, int max) => text is null ? null : Mrkdwn.Escape(SlackText.Truncate(text, max)).Content;
}
