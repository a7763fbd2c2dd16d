using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.People;
using IncidentBot.Storage;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Links two incidents, or removes the link, for people who may see both.</summary>
internal sealed class Linking(
    IncidentDb db, Access access, SharedPostMortems shared, ChangeConsequences consequences, TimeProvider time)
{
    /// <param name="actor">Who asks.</param>
    /// <param name="number">The incident in whose channel it is asked.</param>
    /// <param name="words">The other incident, and how they are linked.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<Result<bool>> LinkAsync(PersonId actor, int number, LinkWords words, CancellationToken cancellationToken) => ApplyAsync(
        new ChangeRequest(actor, number),
        words,
        async (incident, other, now) => words.IsFollowUp
            ? incident.FollowUp(other, actor, now)
            : await ShareAsync(incident, other, actor, now, cancellationToken),
        cancellationToken);

    /// <summary>Removes the link between two incidents, whatever it is.</summary>
    public Task<Result<bool>> UnlinkAsync(PersonId actor, int number, LinkWords words, CancellationToken cancellationToken) => ApplyAsync(
        new ChangeRequest(actor, number),
        words,
        async (incident, other, now) =>
        {
            if (CarrierOf(incident, other) is { } carrier
                && SharedPostMortem.MayUnlink(await shared.ReadAsync(carrier, cancellationToken)) is { Refusal: { } refusal })
            {
                return refusal;
            }

            incident.Unlink(other, actor, now);
            return Result.Accepted;
        },
        cancellationToken);

    /// <summary>An incident that is covered stands for the one that covers it: both end up with the same carrier.</summary>
    private async Task<Result> ShareAsync(
        Incident incident, Incident other, PersonId actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var one = await shared.ReadAsync(incident.CoveredBy ?? incident.Number, cancellationToken);
        var two = await shared.ReadAsync(other.CoveredBy ?? other.Number, cancellationToken);
        if (one == two && incident != other)
        {
            return Result.Accepted;
        }

        var carrier = SharedPostMortem.CarrierOf(one, two);
        return !carrier.Ok ? carrier.Refusal
            : carrier.Value == one ? two.Incident.CoverBy(one.Incident, actor, now)
            : one.Incident.CoverBy(two.Incident, actor, now);
    }

    private static int? CarrierOf(Incident incident, Incident other) =>
        incident.CoveredBy == other.Number ? other.Number
        : other.CoveredBy == incident.Number ? incident.Number
        : null;

    /// <summary>The incidents that cover them may change too.</summary>
    private async Task<Incident[]> WithCarriersAsync(IReadOnlyList<Incident> incidents, CancellationToken cancellationToken)
    {
        var all = incidents.ToList();
        foreach (var number in incidents.Select(incident => incident.CoveredBy).OfType<int>())
        {
            all.Add((await shared.ReadAsync(number, cancellationToken)).Incident);
        }

        return [.. all.Distinct()];
    }

    private async Task<Result<bool>> ApplyAsync(
        ChangeRequest request,
        LinkWords words,
        Func<Incident, Incident, DateTimeOffset, Task<Result>> decide,
        CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(request.Actor, request.Number, cancellationToken);
        var other = await access.FindAsync(request.Actor, words.Other, cancellationToken);
        if ((found.Refusal ?? other.Refusal) is { } refusal)
        {
            return refusal;
        }

        var incidents = await WithCarriersAsync([found.Value!, other.Value!], cancellationToken);
        var before = Array.ConvertAll(incidents, IncidentSnapshot.Of);
        var now = time.GetUtcNow();
        if (await decide(found.Value!, other.Value!, now) is { Refusal: { } refused })
        {
            return refused;
        }

        var changed = false;
        foreach (var (incident, snapshot) in incidents.Zip(before).Where(each => each.First.Version != each.Second.Version))
        {
            changed = true;
            await consequences.ApplyAsync(incident, snapshot, request with { Number = incident.Number }, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }
}
