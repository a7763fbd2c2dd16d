using System.Globalization;
using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>A date by the story's own calendar: "in **7 days**".</summary>
internal sealed class SetDate() : Phrase("set **{label}** to **{days} days from now**")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> said)
    {
        var date = stage.Workspace.Now.AddDays(int.Parse(said["days"], CultureInfo.InvariantCulture));
        return stage.Fields(said["label"]).Last.FillAsync(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
