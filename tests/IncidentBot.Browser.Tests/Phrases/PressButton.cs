using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

internal sealed class PressButton() : Phrase("press **{name}**")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts) => stage.PressAsync(stage.Button(parts["name"]));
}
