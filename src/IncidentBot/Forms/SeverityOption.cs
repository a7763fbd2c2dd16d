using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Forms;

/// <summary>The severities to choose from, each with its criteria; the same in every form.</summary>
internal static class SeverityOption
{
    public static IReadOnlyList<Option> All => [.. SeverityPolicy.All.Select(Of)];

    public static Option Of(Severity severity) => Of(SeverityPolicy.For(severity));

    private static Option Of(SeverityPolicy policy) =>
        new(new PlainText($"{policy.Emoji} {SeverityLabels.Of(policy.Severity)}"), policy.Word)
        {
            Description = new PlainText(policy.Criteria),
        };
}
