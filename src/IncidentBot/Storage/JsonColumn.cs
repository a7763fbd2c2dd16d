using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.WriteUps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IncidentBot.Storage;

/// <summary>
/// What belongs to one row and is never searched is a text column with JSON in it, on both engines alike. Nothing queries
/// into it.
/// </summary>
internal static class JsonColumn
{
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = new StoredNames(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(new StoredNames()), new PersonIdJsonConverter() },
    };

    /// <summary>A list in a private field of the same name with an underscore.</summary>
    public static PropertyBuilder<IReadOnlyList<T>> AsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) =>
        property.HasConversion(
            new ValueConverter<IReadOnlyList<T>, string>(
                list => JsonSerializer.Serialize(list, Json),
                text => JsonSerializer.Deserialize<List<T>>(text, Json)!),
            Comparer<IReadOnlyList<T>>(list => JsonSerializer.Deserialize<List<T>>(list, Json)!));

    /// <summary>The empty list for rows that are older than the column.</summary>
    public static PropertyBuilder<IReadOnlyList<T>> WithDefault<T>(this PropertyBuilder<IReadOnlyList<T>> property) =>
        property.HasDefaultValueSql("'[]'").ValueGeneratedNever();

    /// <summary>A value object that is replaced as a whole.</summary>
    public static PropertyBuilder<T> AsJsonValue<T>(this PropertyBuilder<T> property) =>
        property.HasConversion(
            new ValueConverter<T, string>(
                value => JsonSerializer.Serialize(value, Json),
                text => JsonSerializer.Deserialize<T>(text, Json)!),
            Comparer<T>(text => JsonSerializer.Deserialize<T>(text, Json)!));

    private static ValueComparer<T> Comparer<T>(Func<string, T> read) => new(
        (left, right) => JsonSerializer.Serialize(left, Json) == JsonSerializer.Serialize(right, Json),
        value => JsonSerializer.Serialize(value, Json).GetHashCode(StringComparison.Ordinal),
        value => read(JsonSerializer.Serialize(value, Json)));

    /// <summary>Snake case, except for members that were renamed after a release.</summary>
    private sealed class StoredNames : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name switch
        {
            nameof(WhyChain.TrueForAnyAuthor) => "true_whoever_shipped_it",
            nameof(AgendaPhaseKind.Opening) => "set_the_room",
            nameof(PhaseRun.TimerShown) => "told",
            nameof(PhaseRun.BlameRaised) => "alarms",
            nameof(FollowUpKind.RecurrenceCheck) => "impact",
            nameof(TimerState.Running) => "nothing",
            nameof(TimerState.EndingSoon) => "soon_over",
            _ => SnakeCaseLower.ConvertName(name),
        };
    }
}
