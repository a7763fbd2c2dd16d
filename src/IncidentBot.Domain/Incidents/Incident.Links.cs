namespace IncidentBot.Domain.Incidents;

/// <content>
/// Links to other incidents. Both incidents keep their end of a link. Incidents of one event form a star: one carries the post-mortem, and
/// the others are covered by it.
/// </content>
public sealed partial class Incident
{
    /// <summary>Whether its post-mortem also covers other incidents.</summary>
    public bool CoversOthers => _links.Exists(link => link.Kind == IncidentLinkKind.Covers);

    /// <summary>The numbers of the incidents that its post-mortem also covers.</summary>
    public IEnumerable<int> Covered => _links.Where(link => link.Kind == IncidentLinkKind.Covers).Select(link => link.Other);

    /// <summary>Marks it as a follow-up of another incident. Doing so twice is accepted.</summary>
    /// <param name="earlier">The other incident.</param>
    /// <param name="by">Who links them.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused, about "number", for itself, a cancelled one or a duplicate, and when they are linked in another way.</returns>
    public Result FollowUp(Incident earlier, PersonId by, DateTimeOffset now) =>
        Link(earlier, IncidentLinkKind.FollowUpOf, null, by, now);

    /// <summary>
    /// Another incident is the same event and carries the post-mortem of both; <c>SharedPostMortem</c> says which one. Doing so twice is
    /// accepted.
    /// </summary>
    /// <param name="carrier">The incident whose post-mortem covers this one.</param>
    /// <param name="by">Who links them.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused, about "number", as for a follow-up, and where one post-mortem can't be about both.</returns>
    public Result CoverBy(Incident carrier, PersonId by, DateTimeOffset now)
    {
        var linked = Link(carrier, IncidentLinkKind.CoveredBy, RefuseSharing(carrier), by, now);
        CoveredBy = linked.Ok ? carrier.Number : CoveredBy;
        return linked;
    }

    /// <summary>Removes the link to another incident, whatever it is. Without a link, nothing changes.</summary>
    /// <param name="other">The other incident.</param>
    /// <param name="by">Who removes it.</param>
    /// <param name="now">The current time.</param>
    public void Unlink(Incident other, PersonId by, DateTimeOffset now)
    {
        RemoveLink(other.Number, by, now);
        other.RemoveLink(Number, by, now);
    }

    private Result Link(Incident other, IncidentLinkKind kind, Refusal? sharing, PersonId by, DateTimeOffset now)
    {
        if (other.Number == Number)
        {
            return new Refusal("Give the number of another incident, such as 7.", "number");
        }

        if (_links.Find(link => link.Other == other.Number) is { } known)
        {
            return known.Kind == kind ? Result.Accepted : new Refusal(
                $"Incident {Number} is already linked to incident {other.Number}: {known.InWords()}. Unlink them first.", "number");
        }

        if ((RefuseLinking() ?? other.RefuseLinking() ?? sharing) is { } refusal)
        {
            return refusal;
        }

        AddLink(other.Number, kind, by, now);
        other.AddLink(Number, kind == IncidentLinkKind.CoveredBy ? IncidentLinkKind.Covers : IncidentLinkKind.FollowedBy, by, now);
        return Result.Accepted;
    }

    private Refusal? RefuseLinking() => this switch
    {
        { DuplicateOf: { } original } => new Refusal(
            $"Incident {Number} is a duplicate of incident {original}. Link incident {original} instead.", "number"),
        { Status: IncidentStatus.Cancelled } => new Refusal($"Incident {Number} is cancelled and can't be linked.", "number"),
        _ => null,
    };

    private Refusal? RefuseSharing(Incident carrier)
    {
        if (CoveredBy is { } other)
        {
            return new Refusal($"Incident {Number} is already covered by the post-mortem of incident {other}. Unlink it first.", "number");
        }

        if (CoversOthers || carrier.CoveredBy is not null)
        {
            return new Refusal(
                $"Incidents {Number} and {carrier.Number} already share post-mortems with others. Unlink one of them first.", "number");
        }

        if (IsPrivate || carrier.IsPrivate)
        {
            return new Refusal("A private incident keeps its own post-mortem. Link it as a follow-up instead.", "number");
        }

        return IsDrill == carrier.IsDrill
            ? null
            : new Refusal("A drill and an incident can't share a post-mortem. Link them as a follow-up instead.", "number");
    }

    private void AddLink(int other, IncidentLinkKind kind, PersonId by, DateTimeOffset now)
    {
        var link = new IncidentLink { Other = other, Kind = kind, By = by, At = now.ToUniversalTime() };
        _links.Add(link);
        Record(ChangedFact.Link, null, link.InWords(), by, now);
    }

    private void RemoveLink(int other, PersonId by, DateTimeOffset now)
    {
        if (_links.Find(link => link.Other == other) is { } link)
        {
            _links.Remove(link);
            CoveredBy = link.Kind == IncidentLinkKind.CoveredBy ? null : CoveredBy;
            Record(ChangedFact.Link, link.InWords(), null, by, now);
        }
    }
}
