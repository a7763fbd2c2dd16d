using System.Globalization;

namespace IncidentBot.Benchmarks.Years;

/// <summary>
/// Fills the sentences about mishaps with names that differ from incident to incident; few names are frequent, many are rare.
/// </summary>
internal sealed class YearsText(Random random)
{
    private static readonly string[] Services =
    [
        "Checkout", "Payments", "Search", "Login", "Catalog", "Orders", "Shipping", "Notifications", "Billing", "Reporting", "Mobile API",
        "Web frontend", "Inventory", "Pricing", "Recommendations", "Identity", "Media", "Chat", "Invoices", "Webhooks", "Analytics",
        "Data warehouse", "Support desk", "Feature flags", "Email delivery", "Imports", "Exports", "Scheduling", "Fraud detection", "Tax",
        "Loyalty", "Reviews", "Partner API", "Content", "Image resizing", "Geocoding", "Subscriptions", "Refunds", "Audit log", "Mailbox",
    ];

    private static readonly string[] Parts =
    [
        "worker", "gateway", "scheduler", "load balancer", "replica", "primary database", "read cache", "ingest", "proxy", "broker",
        "session store", "token service", "batch runner", "index builder", "edge cache", "message bus", "blob store", "rate limiter",
        "stream processor", "consumer", "sidecar", "controller", "dispatcher", "router", "crawler", "renderer", "validator", "uploader",
        "archiver", "aggregator", "notifier", "sync job", "connection pool", "thread pool", "certificate store", "secrets manager",
    ];

    private static readonly string[] Beginnings =
        ["ka", "mo", "ri", "ve", "lu", "sa", "to", "ne", "bri", "dor", "fen", "gal", "hel", "jun", "kel", "lor", "mir", "nor", "pel",
        "quin"];

    private static readonly string[] Ends =
        ["dax", "vin", "mar", "sol", "tek", "rix", "lon", "bay", "gor", "phi", "zen", "nix", "cor", "lab", "van", "wick", "ford",
        "stead", "mont"];

    private static readonly string[] Moments =
    [
        "{component} on {host} answers slowly, latency at {number} seconds", "Alert: error rate of {service} above {number} percent",
        "{customer} reports that {service} does not load", "Rolling back the release of {component}", "Restarted {component} on {host}",
        "Dashboards show {number} times the usual traffic on {component}", "Called the on-call engineer of {needed}",
        "Switched {service} to read-only mode", "Error rate is falling after the restart of {host}", "Nothing in the logs of {needed} yet",
        "{needed} confirms a problem on their side", "Scaled {component} from {number} to twice as many instances",
        "Decided to keep the old version of {component} until tomorrow", "Status page updated for {service}",
        "Queue of {component} has {number} thousand messages", "Drained {host} and took it out of rotation",
        "{customer} confirms that {service} works again", "Found the change that touched {component} this morning",
    ];

    public string Service { get; private set; } = "";

    public static IReadOnlyList<string> AllServices => Services;

    /// <summary>Chooses the names for the next incident.</summary>
    public IReadOnlyDictionary<string, string> Names()
    {
        Service = Frequent(Services);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["service"] = Service,
            ["component"] = Frequent(Parts),
            ["needed"] = Frequent(Services),
            ["host"] = string.Create(CultureInfo.InvariantCulture, $"{Frequent(Parts).Split(' ')[0]}-{random.Next(1, 400)}"),
            ["customer"] = Customer(),
            ["number"] = random.Next(2, 90).ToString(CultureInfo.InvariantCulture),
        };
    }

    public string Moment(IReadOnlyDictionary<string, string> names) => Fill(Moments[random.Next(Moments.Length)], names);

    public static string Fill(string sentence, IReadOnlyDictionary<string, string> names)
    {
        foreach (var (name, value) in names)
        {
            sentence = sentence.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    /// <summary>The first are chosen much more often than the last.</summary>
    public T Frequent<T>(IReadOnlyList<T> list) => list[(int)(list.Count * Math.Pow(random.NextDouble(), 2.2))];

    private string Customer()
    {
        var (start, end) = (Beginnings[random.Next(Beginnings.Length)], Ends[random.Next(Ends.Length)]);
        var name = random.Next(3) == 0 ? start + Beginnings[random.Next(Beginnings.Length)] + end : start + end;
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
