using IncidentBot.Delivery.Outbox;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Effects.Reminders;

/// <summary>One thing to tell someone: a section of their DM.</summary>
/// <param name="Reader">Who is told.</param>
/// <param name="Occurrence">The occasion: each reaches a person once.</param>
/// <param name="Card">The card that shows the section, with its buttons.</param>
/// <param name="Subject">What the card is about.</param>
internal sealed record DueReminder(Person Reader, string Occurrence, string Card, string Subject)
{
    /// <summary>The incidents it is about; the section links to each, and only people who may see them get it.</summary>
    public IReadOnlyList<int> Incidents { get; init; } = [];

    /// <summary>It follows at once from what someone did, so it doesn't wait for tomorrow's DM.</summary>
    public bool IsAtOnce { get; init; }

    /// <summary>One reader is enough: whoever got it first stays the only one.</summary>
    public bool IsForOnePerson { get; init; }

    /// <summary>What the section says about action items; saved with it.</summary>
    public IReadOnlyList<ActionNotice> Notices { get; init; } = [];

    /// <summary>What is sent after it, such as a file in its thread.</summary>
    public IReadOnlyList<IEffect> Following { get; init; } = [];
}

/// <summary>Says what people have to be reminded of. It answers from the tables alone, whatever was asked before.</summary>
internal interface IReminderSource
{
    /// <summary>What is due.</summary>
    /// <param name="now">The instant to answer for: now, or the end of a reader's day.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Registers what reminds people.</summary>
internal static class ReminderSetup
{
    public static IServiceCollection AddReminders<TSource>(this IServiceCollection services)
        where TSource : class, IReminderSource => services.AddScoped<IReminderSource, TSource>();
}
