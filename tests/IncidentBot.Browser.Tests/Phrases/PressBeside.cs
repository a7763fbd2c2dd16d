using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

internal sealed class PressBeside() : Phrase("press **{name}** beside \"{text}\"")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts) =>
        stage.PressAsync(stage.ButtonBeside(parts["name"], parts["text"]));
}
