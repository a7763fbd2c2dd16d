using IncidentBot.Domain;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Facilitators;

/// <summary>How often someone was asked to facilitate, and how many post-mortems they facilitate now.</summary>
/// <param name="Asked">How often they were asked to facilitate.</param>
/// <param name="LastAskedAt">When they were last asked; null when never.</param>
/// <param name="Facilitates">How many post-mortems they facilitate that are not published yet.</param>
internal sealed record FacilitatorLoad(int Asked, DateTimeOffset? LastAskedAt, int Facilitates);

/// <summary>A member of the pool, as a candidate for one incident.</summary>
/// <param name="Person">Who.</param>
/// <param name="Involvement">How involved they were in the incident.</param>
/// <param name="Load">How often they were asked.</param>
/// <param name="SeesIt">Whether they may see the incident; a private one is visible only to members of its channel.</param>
internal sealed record PoolCandidate(Person Person, Involvement Involvement, FacilitatorLoad Load, bool SeesIt)
{
    public FacilitatorFit Fit => SeesIt ? FacilitatorChoice.FitOf(Involvement) : new FacilitatorFit(false, "isn't in the private channel");

    public FacilitatorCandidate Member => new(Person.Id, Load.LastAskedAt, Involvement);
}

/// <summary>The people who joined the facilitator pool. The caller saves.</summary>
internal sealed class FacilitatorPool(IncidentDb db, IncidentParticipation participation, PeopleDirectory people, TimeProvider time)
{
    /// <summary>The members with an active account, by name, and how often they were asked.</summary>
    public async Task<IReadOnlyList<(Person Person, FacilitatorLoad Load)>> MembersAsync(CancellationToken cancellationToken)
    {
        var memberIds = await db.FacilitatorPool.AsNoTracking().Select(member => member.Person).ToListAsync(cancellationToken);
        var asks = await db.FacilitatorRequests.AsNoTracking().Where(ask => memberIds.Contains(ask.Person))
            .Select(ask => new { ask.Person, ask.AskedAt }).ToListAsync(cancellationToken);
        var facilitated = await db.PostMortems.AsNoTracking()
            .Where(each => each.Facilitator != null && each.WriteUp.PublishedAt == null
                && each.State != PostMortemState.Waived && each.State != PostMortemState.NotRequired)
            .Select(each => each.Facilitator).ToListAsync(cancellationToken);
        var known = await people.FindAllAsync(memberIds, cancellationToken);
        return
        [
            .. known.Values.Where(person => person is { IsDeactivated: false, IsGuest: false, IsOutsider: not true })
                .OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)
                .Select(person => (person, new FacilitatorLoad(
                    asks.Count(ask => ask.Person == person.Id),
                    asks.Where(ask => ask.Person == person.Id).Select(ask => (DateTimeOffset?)ask.AskedAt).Max(),
                    facilitated.Count(facilitator => facilitator == person.Id)))),
        ];
    }

    /// <summary>The members with how close they were to one incident.</summary>
    public async Task<IReadOnlyList<PoolCandidate>> CandidatesAsync(
        Incident incident, PostMortem postMortem, CancellationToken cancellationToken)
    {
        var members = await MembersAsync(cancellationToken);
        var messages = members.Count > 0
            ? await participation.MessageCountsAsync(incident.Number, cancellationToken)
            : new Dictionary<PersonId, int>();
        return
        [
            .. members.Select(member => new PoolCandidate(
                member.Person,
                IncidentParticipation.Of(incident, postMortem.Meeting, member.Person.Id, messages),
                member.Load,
                IncidentVisibility.Sees(member.Person.Id, incident))),
        ];
    }

    /// <summary>Adds someone; adding them twice changes nothing.</summary>
    public async Task JoinAsync(PersonId person, CancellationToken cancellationToken)
    {
        if (await db.FacilitatorPool.FindAsync([person], cancellationToken) is null)
        {
            db.FacilitatorPool.Add(new PoolMember { Person = person, Since = time.GetUtcNow() });
        }
    }

    /// <summary>Removes someone; their past requests are kept, so that rejoining doesn't put them first.</summary>
    public async Task LeaveAsync(PersonId person, CancellationToken cancellationToken)
    {
        if (await db.FacilitatorPool.FindAsync([person], cancellationToken) is { } member)
        {
            db.FacilitatorPool.Remove(member);
        }
    }
}
