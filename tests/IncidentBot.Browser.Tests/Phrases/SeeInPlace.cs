using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

internal sealed class SeeInPlace() : Phrase("you see \"{text}\" in **{place}**")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> said)
    {
        await OpenPlace.OpenAsync(stage, said["place"]);
        await See.LookForAsync(stage, said["text"]);
    }
}
