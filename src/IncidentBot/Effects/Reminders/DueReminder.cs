using IncidentBot.Delivery.Outbox;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Effects.Reminders;

/// <summary>One section of a person's daily DM.</summary>
/// <param name="Reader">Who gets the DM.</param>
/// <param name="Occurrence">The key of the occasion: each occasion reaches a person once.</param>
/// <param name="Card">The card that shows the section, with its buttons.</param>
/// <param name="Subject">What the card is about.</param>
internal sealed record DueReminder(Person Reader, string Occurrence, string Card, string Subject)
{
    /// <summary>The section's incidents. The section links to each, and only people who may see all of them get it.</summary>
    public IReadOnlyList<int> Incidents { get; init; } = [];

    /// <summary>Whether the section is sent even when the day's DM is out already, instead of waiting for tomorrow's.</summary>
    public bool IsAtOnce { get; init; }

    /// <summary>Whether one reader is enough: the first who gets the section stays the only one.</summary>
    public bool IsForOnePerson { get; init; }

    /// <summary>What the section says about action items; saved with it.</summary>
    public IReadOnlyList<ActionNotice> Notices { get; init; } = [];

    /// <summary>What is sent after the section, such as a file in its thread.</summary>
    public IReadOnlyList<IEffect> Following { get; init; } = [];
}

/// <summary>Finds what people have to be reminded of, from the tables alone.</summary>
internal interface IReminderSource
{
    /// <summary>What is due.</summary>
    /// <param name="now">The instant to answer for: now, or the end of a reader's day.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Registers the sources of reminders.</summary>
internal static class ReminderSetup
{
    public static IServiceCollection AddReminders<TSource>(this IServiceCollection services)
        where TSource : class, IReminderSource => services.AddScoped<IReminderSource, TSource>();
}
