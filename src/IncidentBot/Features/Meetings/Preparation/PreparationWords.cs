using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Meetings.Preparation;

/// <summary>What the questions before the meeting are about, in words.</summary>
internal static class PreparationWords
{
    private const int LongestEntry = 300;

    /// <summary>The incident, when the meeting is, and the moment that the questions are about.</summary>
    public static Mrkdwn About(Incident incident, PostMortem postMortem, TimelineEntry? entry) => Mrkdwn.Join(
        "\n",
        Mrkdwn.Join(
            " · ",
            Mrkdwn.Text($"*{IncidentWords.Title(incident)}*"),
            postMortem.Meeting.Start is { } start ? Mrkdwn.Text($"meeting {Mrkdwn.Date(start)}") : Mrkdwn.Empty),
        entry is { IsRemoved: false }
            ? Mrkdwn.Text($"About {Mrkdwn.Date(entry.At)}: {SlackText.Truncate(entry.Text, LongestEntry)}")
            : Mrkdwn.Empty);
}
