using IncidentBot.Domain;
using IncidentBot.Domain.Causes;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Benchmarks.Years;

/// <summary>
/// Years of incidents for a fresh database of either engine: varied services, causes and texts, write-ups, action items, timelines, and
/// some that are private, cancelled, duplicates, drills, reports, near misses or still open.
/// </summary>
internal sealed class YearsOfIncidents
{
    private const int InOneFlush = 2_000;
    private const int MostPeople = 60;

    private readonly YearsOptions _options;
    private readonly BulkWriter _writer;
    private readonly Random _random;

    private YearsOfIncidents(IncidentDb db, YearsOptions options) =>
        (_options, _writer, _random) = (options, new BulkWriter(db), new Random(options.Seed));

    /// <summary>The people of the workspace; the first ones take part most often.</summary>
    public static IReadOnlyList<PersonId> People { get; } =
        [.. Enumerable.Range(1, MostPeople).Select(one => new PersonId($"U0PERSON{one:00}"))];

    /// <summary>Whoever asks: they may see what is public and some of what is private.</summary>
    public static PersonId Reader => People[0];

    /// <summary>Fills a migrated database without incidents.</summary>
    public static Task FillAsync(IncidentDb db, YearsOptions options) => new YearsOfIncidents(db, options).FillAsync();

    private async Task FillAsync()
    {
        foreach (var person in People)
        {
            _writer.Add(new Person
            {
                Id = person,
                Name = $"Person {person.Value[^2..]}",
                KnownAs = $"Person (@{person.Value[^2..]})",
                Zone = "Europe/Berlin",
                IsOutsider = false,
                FetchedAt = _options.Until,
            });
        }

        var begin = _options.Until.AddDays(-365 * _options.Years);
        var step = (_options.Until - begin) / Math.Max(1, _options.Incidents);
        var text = new YearsText(_random);
        var one = new OneIncident(_writer, _options, _random, text, Classes(begin));
        for (var number = 1; number <= _options.Incidents; number++)
        {
            one.Write(number, begin + (step * number));
            if (number % InOneFlush == 0)
            {
                await _writer.FlushAsync();
            }
        }

        await _writer.FinishAsync();
    }

    /// <summary>Each mishap has a class of its name, and further ones that name a part: "Retry storm: broker".</summary>
    private List<(CauseClass Class, Mishap Mishap)> Classes(DateTimeOffset at)
    {
        var classes = new List<(CauseClass, Mishap)>();
        for (var place = 0; place < _options.Classes; place++)
        {
            var mishap = Mishap.All[place % Mishap.All.Count];
            var name = place < Mishap.All.Count ? mishap.Name : $"{mishap.Name}, kind {place / Mishap.All.Count}";
            var created = CauseClass.Create(Ids.Next(_random, at), name, People[1], at).Value!;
            _writer.Add(created);
            classes.Add((created, mishap));
        }

        return classes;
    }
}

/// <summary>Ids that depend on the seed alone.</summary>
internal static class Ids
{
    public static Guid Next(Random random, DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var milliseconds = at.ToUnixTimeMilliseconds();
        for (var place = 0; place < 6; place++)
        {
            bytes[place] = (byte)(milliseconds >> (8 * (5 - place)));
        }

        return new Guid(bytes, bigEndian: true);
    }
}
