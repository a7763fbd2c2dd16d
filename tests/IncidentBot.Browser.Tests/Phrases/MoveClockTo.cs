using System.Globalization;
using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>Moves the clock to the next such day and time in the person's time zone: "**Thursday 09:45**".</summary>
internal sealed class MoveClockTo() : Phrase("move the clock to the next **{day} {time}**")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts)
    {
        await ClockPanel.UseAsync(stage, async panel =>
        {
            var local = await panel.GetByTestId("now-local").InnerTextAsync();
            var now = DateTime.ParseExact(
                local[..local.IndexOf(" for ", StringComparison.Ordinal)], "ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
            var wanted = Next(now, Enum.Parse<DayOfWeek>(parts["day"]), TimeOnly.Parse(parts["time"], CultureInfo.InvariantCulture));
            await panel.GetByTestId("clock-to").FillAsync(wanted.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
            await panel.GetByTestId("clock-go").ClickAsync();
        });
    }

    private static DateTime Next(DateTime now, DayOfWeek day, TimeOnly time)
    {
        var wanted = now.Date.AddDays(((int)day - (int)now.DayOfWeek + 7) % 7) + time.ToTimeSpan();
        return wanted > now ? wanted : wanted.AddDays(7);
    }
}
