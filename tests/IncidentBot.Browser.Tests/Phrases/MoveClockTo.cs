using System.Globalization;
using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>The next time that it is that day and hour for whoever looks: "**Thursday 09:45**".</summary>
internal sealed class MoveClockTo() : Phrase("move the clock to the next **{day} {time}**")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> said)
    {
        await ClockPanel.UseAsync(stage, async panel =>
        {
            var local = await panel.GetByTestId("now-local").InnerTextAsync();
            var now = DateTime.ParseExact(local[..local.IndexOf(" for ", StringComparison.Ordinal)], "ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
            var wanted = Next(now, Enum.Parse<DayOfWeek>(said["day"]), TimeOnly.Parse(said["time"], CultureInfo.InvariantCulture));
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
