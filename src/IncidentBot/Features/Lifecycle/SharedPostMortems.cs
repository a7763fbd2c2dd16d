using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Brings the post-mortems of incidents of one event in line: one is due for all of them, by the strictest terms.</summary>
internal sealed class SharedPostMortems(IncidentDb db, DeadlineRules deadlines)
{
    /// <summary>What the post-mortem of an incident requires, with the incidents that it covers.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="clockStart">When its clock started.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(PostMortemNeed Need, TimeSpan Deadline)> TermsOfAsync(
        Incident incident, DateTimeOffset clockStart, CancellationToken cancellationToken) =>
        SharedPostMortem.TermsOf(incident, await CoveredAsync(incident, cancellationToken), clockStart, deadlines);

    /// <summary>
    /// After any change of an incident: it may be covered now, or stand for itself again, or the carrier's terms follow its severity.
    /// </summary>
    public async Task FollowAsync(
        Incident incident, PostMortem? postMortem, PersonId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (incident.Status == IncidentStatus.Cancelled)
        {
            await ReleaseAsync(incident, by, now, cancellationToken);
            return;
        }

        if (incident.CoveredBy is { } number)
        {
            var carrier = await ReadAsync(number, cancellationToken);
            if (postMortem is { CoveredBy: null, Meeting: { HeldAt: null, Start: { } start } } && start > now)
            {
                db.PostInChannel(incident, MeetingDropped(start, number), now);
            }

            postMortem?.Cover(number, carrier.PostMortem?.WriteUp.PublishedAt is not null, by, now);
            await ChangeTermsAsync(carrier, by, now, cancellationToken);
        }
        else if (postMortem?.CoveredBy is not null)
        {
            Uncover(incident, postMortem, by, now);
        }
    }

    public async Task<ReviewedIncident> ReadAsync(int number, CancellationToken cancellationToken) => new(
        await db.Incidents.SingleAsync(incident => incident.Number == number, cancellationToken),
        await FindAsync(number, cancellationToken));

    private static MessageContent MeetingDropped(DateTimeOffset start, int carrier) => MessageContent.Paragraph(Mrkdwn.Text(
        $"The post-mortem meeting on {Mrkdwn.Date(start)} is dropped: the one of incident {carrier} covers this incident. "
            + $"Please delete it from your calendar."));

    /// <summary>A cancelled incident leaves the event. If it carried the post-mortem, each of the others has its own again.</summary>
    private async Task ReleaseAsync(Incident incident, PersonId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (incident.CoveredBy is { } number && await ReadAsync(number, cancellationToken) is { } carrier
            && SharedPostMortem.MayUnlink(carrier).Ok)
        {
            Separate(incident, carrier.Incident, by, now);
            await ChangeTermsAsync(carrier, by, now, cancellationToken);
        }

        foreach (var covered in await CoveredAsync(incident, cancellationToken))
        {
            Separate(incident, covered, by, now);
            if (await FindAsync(covered.Number, cancellationToken) is { } own)
            {
                Uncover(covered, own, by, now);
            }
        }
    }

    private void Separate(Incident cancelled, Incident other, PersonId by, DateTimeOffset now)
    {
        cancelled.Unlink(other, by, now);
        db.PostInChannel(other, MessageContent.Paragraph(ChangeLine.Of(other.History[^1])), now);
    }

    private async Task ChangeTermsAsync(ReviewedIncident carrier, PersonId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (carrier.PostMortem is { ClockStartedAt: { } start, WriteUp.PublishedAt: null } postMortem)
        {
            var (need, deadline) = await TermsOfAsync(carrier.Incident, start, cancellationToken);
            postMortem.ChangeNeed(need, deadline, by, now);
        }
    }

    private void Uncover(Incident incident, PostMortem postMortem, PersonId by, DateTimeOffset now) => postMortem.Uncover(
        incident.PostMortemNeed ?? PostMortemNeed.Optional,
        deadlines.TimeFrom(incident, postMortem.ClockStartedAt ?? now), by, now);

    /// <summary>By number, because a link that is not saved yet counts too.</summary>
    private async Task<IReadOnlyList<Incident>> CoveredAsync(Incident carrier, CancellationToken cancellationToken)
    {
        var numbers = carrier.Covered.ToList();
        return numbers.Count == 0
            ? []
            : await db.Incidents.Where(incident => numbers.Contains(incident.Number)).OrderBy(incident => incident.Number)
                .ToListAsync(cancellationToken);
    }

    private Task<PostMortem?> FindAsync(int number, CancellationToken cancellationToken) =>
        db.PostMortems.SingleOrDefaultAsync(postMortem => postMortem.IncidentNumber == number, cancellationToken);
}
