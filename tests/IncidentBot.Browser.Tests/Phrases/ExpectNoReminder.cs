using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>Expects no direct messages since the clock was moved.</summary>
internal sealed class ExpectNoReminder() : Phrase("no one gets a reminder")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts)
    {
        Assert.Empty(stage.BotMessages.Unread());
        return Task.CompletedTask;
    }
}
