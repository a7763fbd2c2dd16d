using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Digests;

/// <summary>One line of the weekly digest: what it is about, how old it is, where it leads, and the button that opens it.</summary>
internal sealed record DigestLine(Mrkdwn Text, Button? Open);

/// <summary>Some lines under a heading.</summary>
internal sealed record DigestPart(Mrkdwn Heading, IReadOnlyList<DigestLine> Lines, Mrkdwn Note)
{
    /// <summary>No digest shows more, so no more are made.</summary>
    public const int MostLines = 40;

    /// <summary>How many lines there would be.</summary>
    public int Total { get; init; } = Lines.Count;
}
