using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

internal sealed class SeeInPlace() : Phrase("you see \"{text}\" in **{place}**")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts)
    {
        await OpenPlace.OpenAsync(stage, parts["place"]);
        await See.LookForAsync(stage, parts["text"]);
    }
}
