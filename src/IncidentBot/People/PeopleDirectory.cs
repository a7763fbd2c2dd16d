using IncidentBot.Domain;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.People;

/// <summary>Names and time zones of people: from our table, and from Slack the first time someone appears.</summary>
internal sealed class PeopleDirectory(IncidentDb db, ISlackApi slack, TimeProvider time)
{
    /// <summary>
    /// The person; one who is unknown to Slack is shown by their id, in UTC. A new person is added to this
    /// unit of work and saved with it.
    /// </summary>
    public async Task<Person> FindAsync(PersonId id, CancellationToken cancellationToken)
    {
        if (await db.People.FindAsync([id], cancellationToken) is { } known)
        {
            return known;
        }

        var response = await slack.SendAsync(new UsersInfo(id.Value), cancellationToken);
        if (!response.Ok)
        {
            return new Person { Id = id, Name = id.Value, Zone = "UTC", FetchedAt = time.GetUtcNow() };
        }

        return db.People.Add(From(response.Value.User, time.GetUtcNow())).Entity;
    }

    /// <summary>Several people at once, by id.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Person>> FindAllAsync(IEnumerable<PersonId> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        await db.People.Where(person => wanted.Contains(person.Id)).LoadAsync(cancellationToken);
        var found = new Dictionary<PersonId, Person>();
        foreach (var id in wanted)
        {
            found[id] = await FindAsync(id, cancellationToken);
        }

        return found;
    }

    /// <summary>Applies what Slack says now; true when something stored has changed.</summary>
    public async Task<bool> RefreshAsync(SlackUser user, CancellationToken cancellationToken)
    {
        var fresh = From(user, time.GetUtcNow());
        if (await db.People.FindAsync([fresh.Id], cancellationToken) is not { } known)
        {
            return false;
        }

        if ((known.Name, known.KnownAs, known.Zone, known.IsBot, known.IsGuest, known.IsDeactivated)
            == (fresh.Name, fresh.KnownAs, fresh.Zone, fresh.IsBot, fresh.IsGuest, fresh.IsDeactivated))
        {
            return false;
        }

        (known.Name, known.KnownAs, known.Zone, known.IsBot, known.IsGuest, known.IsDeactivated, known.FetchedAt) =
            (fresh.Name, fresh.KnownAs, fresh.Zone, fresh.IsBot, fresh.IsGuest, fresh.IsDeactivated, fresh.FetchedAt);
        return true;
    }

    private static Person From(SlackUser user, DateTimeOffset now) => new()
    {
        Id = new PersonId(user.Id),
        Name = user.DisplayName,
        KnownAs = user.Name.Length > 0 ? $"{user.RealName} (@{user.Name})" : user.RealName,
        Zone = user.Tz ?? "UTC",
        IsBot = user.IsBot,
        IsGuest = user.IsRestricted || user.IsUltraRestricted,
        IsDeactivated = user.Deleted,
        FetchedAt = now,
    };
}
