using IncidentBot.Domain.Meetings;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems;

/// <summary>The checklist of people as text, the same in the form and in the overview.</summary>
internal static class InviteeWords
{
    private const string Ticked = ":white_check_mark:";
    private const string Open = ":white_small_square:";

    /// <summary>Each part ticked with its people, or "no one yet"; then a warning when too few or too many are invited.</summary>
    public static Mrkdwn Checklist(IReadOnlyList<InviteeLine> lines, int people) => Mrkdwn.Join(
        "\n", [Mrkdwn.Raw("*Who should be there*"), .. lines.Select(Line), Warning(people)]);

    /// <summary>":warning: 3 people are invited. …"; empty when the number is fine.</summary>
    public static Mrkdwn Warning(int people) =>
        MeetingSize.Warning(people) is { } warning ? Mrkdwn.Text($":warning: {warning}") : Mrkdwn.Empty;

    /// <summary>"Still missing: the facilitator, someone who can commit to actions."; empty when no one is missing.</summary>
    public static Mrkdwn Missing(IReadOnlyList<InviteeLine> lines)
    {
        var missing = lines.Where(line => line.IsMissing).Select(line => $"{char.ToLowerInvariant(line.Label[0])}{line.Label[1..]}")
            .ToList();
        return missing.Count == 0 ? Mrkdwn.Empty : Mrkdwn.Text($"Still missing: {string.Join(", ", missing)}.");
    }

    /// <summary>"Can't attend: @ben"; empty when everyone can.</summary>
    public static Mrkdwn Unavailable(MeetingPlan meeting) => meeting.Unavailable is { Count: > 0 } people
        ? Mrkdwn.Text($"Can't attend: {Mrkdwn.Join(" ", people.Select(person => Mrkdwn.User(person.Value)))}")
        : Mrkdwn.Empty;

    private static Mrkdwn Line(InviteeLine line) => line switch
    {
        { People.Count: > 0 } =>
            Mrkdwn.Text($"{Mrkdwn.Raw(Ticked)} {line.Label}: {Mrkdwn.Join(" ", line.People.Select(person => Mrkdwn.User(person.Value)))}"),
        { IsNeeded: true } => Mrkdwn.Text($"{Mrkdwn.Raw(Open)} {line.Label}: _no one yet_"),
        _ => Mrkdwn.Text($"{Mrkdwn.Raw(Open)} {line.Label}: _none (optional)_"),
    };
}
