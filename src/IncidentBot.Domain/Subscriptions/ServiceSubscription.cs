using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Subscriptions;

/// <summary>A person or a channel hears of a service: its incidents as they are declared, and its week on Mondays.</summary>
public sealed class ServiceSubscription
{
    /// <summary>More than so many services are no choice any more: #incidents has them all.</summary>
    public const int MostOfOneTarget = 20;

    private ServiceSubscription()
    {
    }

    /// <summary>Identifies it.</summary>
    public Guid Id { get; private set; }

    /// <summary>Slack's id of the channel, or of the person for direct messages.</summary>
    public string Target { get; private set; } = "";

    /// <summary>The service as it was named.</summary>
    public string Service { get; private set; } = "";

    /// <summary>The service as it is compared, see <see cref="ServiceName.Key"/>; one target has each service once.</summary>
    public string ServiceKey { get; private set; } = "";

    /// <summary>Who subscribed.</summary>
    public PersonId By { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The Monday of the newest digest that had something to say to a person; null before the first.</summary>
    public DateTimeOffset? DigestOf { get; private set; }

    /// <summary>Whether it goes to a person and not into a channel.</summary>
    public bool IsPersonal => IsPerson(Target);

    /// <summary>Whether a target is a person.</summary>
    /// <param name="target">Slack's id.</param>
    public static bool IsPerson(string target) => target.Length > 0 && target[0] is 'U' or 'W';

    /// <summary>Subscribes.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="target">The channel, or the person themselves.</param>
    /// <param name="service">The service as it was chosen or typed.</param>
    /// <param name="by">Who subscribes.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused, about "service", when no service is named.</returns>
    public static Result<ServiceSubscription> Create(Guid id, string target, string service, PersonId by, DateTimeOffset now)
    {
        var name = ServiceName.Check(service);
        return name.Ok
            ? new ServiceSubscription
            {
                Id = id,
                Target = target,
                Service = name.Value,
                ServiceKey = ServiceName.Key(name.Value),
                By = by,
                At = now.ToUniversalTime(),
            }
            : new Refusal("Choose a service.", "service");
    }

    /// <summary>Whether an incident's service is this one.</summary>
    /// <param name="service">The incident's service; null when it names none.</param>
    public bool IsOf(string? service) => service is not null && ServiceName.Key(service) == ServiceKey;

    /// <summary>Follows a service that was renamed.</summary>
    /// <param name="service">Its new name.</param>
    public void Follow(string service) => (Service, ServiceKey) = (service, ServiceName.Key(service));

    /// <summary>Notes that the week before this Monday has something to say.</summary>
    /// <param name="monday">The Monday, UTC.</param>
    public void NoteDigest(DateTimeOffset monday) => DigestOf = monday;
}
