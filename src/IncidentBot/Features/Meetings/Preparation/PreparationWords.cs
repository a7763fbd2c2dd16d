using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Preparation;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>That moment; null when they are about the whole incident.</summary>
    public static Task<TimelineEntry?> AboutAsync(
        this IncidentDb db, PreparationRequest request, CancellationToken cancellationToken) =>
        db.TimelineEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == request.AboutEntry, cancellationToken);
}
