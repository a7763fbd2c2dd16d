using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>Since the clock was moved.</summary>
internal sealed class NobodyGetsMessage() : Phrase("nobody gets a reminder")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> said)
    {
        Assert.Empty(stage.Postbox.News());
        return Task.CompletedTask;
    }
}
