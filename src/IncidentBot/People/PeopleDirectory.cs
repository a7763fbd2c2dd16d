using IncidentBot.Domain;
using IncidentBot.Domain.Time;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.People;

/// <summary>
/// Names and time zones of people, and who they are to us: from our table, and from Slack the first time someone appears.
/// </summary>
internal sealed class PeopleDirectory(IncidentDb db, ISlackApi slack, OwnTeam ownTeam, UnknownIds unknown, TimeProvider time)
{
    private const int AtOnce = 10;

    /// <summary>A refusal must be right, so Slack is asked again about everyone but members; one answer holds this long.</summary>
    private static readonly TimeSpan RefusalHolds = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The person; one who is unknown to Slack is shown by their id, in UTC. A new person is added to this
    /// unit of work and saved with it.
    /// </summary>
    public async Task<Person> FindAsync(PersonId id, CancellationToken cancellationToken)
    {
        // Earlier releases did not store who is from another organisation.
        var known = await db.People.FindAsync([id], cancellationToken);
        return known is { IsOutsider: not null }
            ? known
            : (unknown.Contains(id) ? null : await AskAsync(id, known, cancellationToken)) ?? known ?? Nameless(id);
    }

    /// <summary>Several people at once, by id.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Person>> FindAllAsync(IEnumerable<PersonId> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        var read = db.People.Local;
        var unread = wanted.FindAll(id => read.FindEntry(id) is null);
        if (unread.Count > 0)
        {
            await db.People.Where(person => unread.Contains(person.Id)).LoadAsync(cancellationToken);
        }

        var answers = await AskTogetherAsync(
            wanted.FindAll(id => read.FindEntry(id) is null && !unknown.Contains(id)), cancellationToken);
        var found = new Dictionary<PersonId, Person>();
        foreach (var id in wanted)
        {
            found[id] = await db.People.FindAsync([id], cancellationToken)
                ?? (answers.TryGetValue(id, out var answer) ? await TakeAsync(answer, known: null, cancellationToken) : null)
                ?? Nameless(id);
        }

        return found;
    }

    /// <summary>Who someone is to us. A new person is added to this unit of work, and what Slack says now is stored with it.</summary>
    public async Task<Standing> StandingOfAsync(PersonId id, CancellationToken cancellationToken)
    {
        var known = await db.People.FindAsync([id], cancellationToken);
        if (known is { Standing: Standing.Member }
            || (known is { IsOutsider: not null } && time.GetUtcNow() - known.FetchedAt < RefusalHolds))
        {
            return known.Standing;
        }

        return (await AskAsync(id, known, cancellationToken) ?? known)?.Standing ?? Standing.Unknown;
    }

    /// <summary>Applies what Slack says now; true when something stored has changed.</summary>
    public async Task<bool> RefreshAsync(SlackUser user, CancellationToken cancellationToken) =>
        await db.People.FindAsync([new PersonId(user.Id)], cancellationToken) is { } known
        && Apply(await FromAsync(user, cancellationToken), known);

    private static bool Apply(Person fresh, Person known)
    {
        if ((known.Name, known.KnownAs, known.Zone, known.IsBot, known.IsGuest, known.IsOutsider, known.IsDeactivated)
            == (fresh.Name, fresh.KnownAs, fresh.Zone, fresh.IsBot, fresh.IsGuest, fresh.IsOutsider, fresh.IsDeactivated))
        {
            return false;
        }

        (known.Name, known.KnownAs, known.Zone, known.FetchedAt) = (fresh.Name, fresh.KnownAs, fresh.Zone, fresh.FetchedAt);
        (known.IsBot, known.IsGuest, known.IsOutsider, known.IsDeactivated) =
            (fresh.IsBot, fresh.IsGuest, fresh.IsOutsider, fresh.IsDeactivated);
        return true;
    }

    /// <summary>The person as Slack describes them now; null when Slack does not.</summary>
    private async Task<Person?> AskAsync(PersonId id, Person? known, CancellationToken cancellationToken)
    {
        return await TakeAsync(await AnswerAsync(id, cancellationToken), known, cancellationToken);
    }

    /// <summary>A few at a time, because each answer takes a moment and someone may be waiting for a form.</summary>
    private async Task<Dictionary<PersonId, SlackResponse<UserResponse>>> AskTogetherAsync(
        List<PersonId> ids, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<PersonId, SlackResponse<UserResponse>>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            foreach (var (id, answer) in some.Zip(await Task.WhenAll(some.Select(id => AnswerAsync(id, cancellationToken)))))
            {
                answers[id] = answer;
            }
        }

        return answers;
    }

    private async Task<SlackResponse<UserResponse>> AnswerAsync(PersonId id, CancellationToken cancellationToken)
    {
        var response = await slack.SendAsync(new UsersInfo(id.Value), cancellationToken);
        if (response.Error is "user_not_found" or "user_not_visible")
        {
            unknown.Add(id);
        }

        return response;
    }

    private Person Nameless(PersonId id) => new() { Id = id, Name = id.Value, Zone = "UTC", FetchedAt = time.GetUtcNow() };

    private async Task<Person?> TakeAsync(SlackResponse<UserResponse> response, Person? known, CancellationToken cancellationToken)
    {
        if (!response.Ok)
        {
            return null;
        }

        var fresh = await FromAsync(response.Value.User, cancellationToken);
        if (known is null)
        {
            return db.People.Add(fresh).Entity;
        }

        Apply(fresh, known);
        known.FetchedAt = fresh.FetchedAt;
        return known;
    }

    private async Task<Person> FromAsync(SlackUser user, CancellationToken cancellationToken) => new()
    {
        Id = new PersonId(user.Id),
        Name = user.DisplayName,
        KnownAs = user.Name.Length > 0 ? $"{user.RealName} (@{user.Name})" : user.RealName,
        Zone = Zones.NameFor(user.Tz, user.TzOffset),
        IsBot = user.IsBot,
        IsGuest = user.IsRestricted || user.IsUltraRestricted,
        IsOutsider = user.IsStranger ? true : IsElsewhere(user, await ownTeam.FindAsync(cancellationToken)),
        IsDeactivated = user.Deleted,
        FetchedAt = time.GetUtcNow(),
    };

    /// <summary>In an Enterprise organisation, the user object names one of several workspaces. Null while ours is unknown.</summary>
    private static bool? IsElsewhere(SlackUser user, string? ours) => ours is null
        ? null
        : user.TeamId is { Length: > 0 } team && team != ours && user.EnterpriseUser?.Teams.Contains(ours) is not true;
}
