using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

internal sealed class TypeCommand() : Phrase("type `{command}`")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts) =>
        WriteMessage.SendAsync(stage, parts["command"]);
}
