using System.Globalization;
using System.Text.Json;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery.Outbox;

/// <summary>How a feature requests a call to Slack: saved together with the change that causes it.</summary>
internal static class OutboxExtensions
{
    /// <summary>The separator in keys of repeatable requests; random keys do not contain it.</summary>
    public const string InMeaningfulKeys = ":";

    /// <summary>Adds an effect that can't be requested twice, or that may be repeated.</summary>
    public static void Enqueue(this IncidentDb db, string lane, IEffect effect, DateTimeOffset now, DateTimeOffset? notBefore = null) =>
        db.Outbox.Add(RowOf(lane, effect, now, notBefore));

    /// <summary>The row of an effect that nothing can ask for twice, or that may happen twice.</summary>
    public static OutboxRow RowOf(string lane, IEffect effect, DateTimeOffset now, DateTimeOffset? notBefore = null) =>
        Row(lane, effect, Guid.CreateVersion7(now).ToString("N"), now, notBefore);

    /// <summary>Adds an effect once: a row with the same key, sent or not, makes this a no-op.</summary>
    public static async Task EnqueueOnceAsync(
        this IncidentDb db, string lane, IEffect effect, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = db.Outbox.Local.Any(row => row.Key == key)
            || await db.Outbox.AnyAsync(row => row.Key == key, cancellationToken);
        if (!known)
        {
            db.Outbox.Add(Row(lane, effect, key, now, null));
        }
    }

    public static string PayloadOf(IEffect effect) => JsonSerializer.Serialize(effect, effect.GetType(), JsonColumn.Json);

    private static OutboxRow Row(string lane, IEffect effect, string key, DateTimeOffset now, DateTimeOffset? notBefore) => new()
    {
        Lane = lane,
        Kind = EffectKinds.NameOf(effect),
        Payload = PayloadOf(effect),
        Key = key,
        Card = effect.MergeKey,
        CreatedAt = now,
        NotBefore = notBefore ?? now,
    };
}

/// <summary>The lanes: what is in one lane happens in order, lanes do not wait for each other.</summary>
internal static class Lane
{
    /// <summary>The prefix of lanes in which channels are read again.</summary>
    public const string AllReadings = "reading:";

    public static string Incident(int number) => "incident:" + number.ToString(CultureInfo.InvariantCulture);

    public static string Person(Domain.PersonId person) => "person:" + person.Value;

    /// <summary>The lane for reading a channel again, so that posts do not wait for it.</summary>
    public static string Reading(int number) => AllReadings + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The lane for the pin and the bookmark of a board, so that the meeting does not wait for them.</summary>
    public static string Board(int number) => "board:" + number.ToString(CultureInfo.InvariantCulture);

    public static string Home(Domain.PersonId person) => "home:" + person.Value;
}
