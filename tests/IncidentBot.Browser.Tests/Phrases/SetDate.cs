using System.Globalization;
using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>Sets a date relative to the sandbox clock.</summary>
internal sealed class SetDate() : Phrase("set **{label}** to **{days} days from now**")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts)
    {
        var date = stage.Workspace.Now.AddDays(int.Parse(parts["days"], CultureInfo.InvariantCulture));
        return stage.Fields(parts["label"]).Last.FillAsync(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
