using System.Globalization;
using IncidentBot.Sandbox.Stories;

namespace IncidentBot.Demo.Quarter;

/// <summary>
/// Thirteen weeks of a team, played in the demo: people press and type, and the clock moves.
/// </summary>
/// <param name="demo">The demo; fresh for <see cref="Name"/>.</param>
/// <param name="story">The name of the Markdown file beside the program that tells what people do.</param>
internal sealed class SimulatedQuarter(DemoApp demo, string story = SimulatedQuarter.Name)
{
    /// <summary>The story of a team with ten incidents.</summary>
    public const string Name = "a-quarter";

    private const int Weeks = 13;

    // When nothing happens, the clock stops three times a week, at least once in everyone's working hours from Tokyo to Los Angeles.
    private static readonly Dictionary<DayOfWeek, TimeSpan> Stops = new()
    {
        [DayOfWeek.Monday] = new(7, 30, 0),
        [DayOfWeek.Wednesday] = new(17, 0, 0),
        [DayOfWeek.Friday] = new(7, 30, 0),
    };

    private readonly DemoPace _pace = new(demo);

    /// <param name="report">Gets a line for each week.</param>
    /// <param name="cancellationToken">Ends the play.</param>
    public async Task PlayAsync(Action<string> report, CancellationToken cancellationToken = default)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, $"{story}.md"), cancellationToken);
        var begin = demo.Clock.GetUtcNow();
        var monday = MondayBefore(begin);
        var cast = new Cast(demo.Workspace, _pace, cancellationToken);

        // Slack's posting limit counts real seconds, so a quarter would take minutes.
        demo.Workspace.Options.LimitPosting = false;
        demo.Workspace.EndTour();
        for (var week = 1; week <= Weeks; week++, monday = monday.AddDays(7))
        {
            report(string.Create(CultureInfo.InvariantCulture, $"Week {week} of {Weeks}"));
            foreach (var step in Story.Read(lines, string.Create(CultureInfo.InvariantCulture, $"Week {week}")))
            {
                await PlayAsync(step, monday, cast, cancellationToken);
            }

            await MoveToAsync(monday.AddDays(7), cancellationToken);
        }

        await MoveToAsync(begin.AddDays(7 * Weeks), cancellationToken);
        demo.Workspace.Options.LimitPosting = true;
    }

    private async Task PlayAsync(StoryStep step, DateTimeOffset monday, Cast cast, CancellationToken cancellationToken)
    {
        foreach (var clause in step.Clauses)
        {
            try
            {
                if (ItIs.Read(clause) is { } time)
                {
                    await MoveToAsync(At(monday, time["day"], time["time"]), cancellationToken);
                }
                else
                {
                    await cast.PlayAsync(clause);
                }
            }
            catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
            {
                throw new InvalidOperationException($"{monday:d MMM}, step {step.Number}, \"{clause}\": {problem.Message}", problem);
            }
        }
    }

    private static ClauseForm ItIs { get; } = new("it is **{day} {time}**");

    /// <summary>Moves the clock, with its stops on the way.</summary>
    private async Task MoveToAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var now = demo.Clock.GetUtcNow();
        var stops = Enumerable.Range(0, (int)(instant - now).TotalDays + 2)
            .Select(day => new DateTimeOffset(now.UtcDateTime.Date.AddDays(day), TimeSpan.Zero))
            .Where(day => Stops.ContainsKey(day.DayOfWeek)).Select(day => day + Stops[day.DayOfWeek])
            .Where(stop => stop > now && stop < instant);
        foreach (var next in stops.Append(instant).Where(next => next > now))
        {
            await _pace.MoveToAsync(next, cancellationToken);
        }
    }

    private static DateTimeOffset At(DateTimeOffset monday, string day, string time) =>
        monday.AddDays(Enum.Parse<DayOfWeek>(day) - DayOfWeek.Monday) + TimeOnly.Parse(time, CultureInfo.InvariantCulture).ToTimeSpan();

    private static DateTimeOffset MondayBefore(DateTimeOffset instant) =>
        new DateTimeOffset(instant.UtcDateTime.Date, TimeSpan.Zero).AddDays(-(((int)instant.DayOfWeek + 6) % 7));
}
