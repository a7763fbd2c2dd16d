using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>Expects no direct message to "**Ben**" since the clock was moved.</summary>
internal sealed class ExpectNoReminderTo() : Phrase("**{person}** gets no reminder")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts)
    {
        Assert.Empty(stage.BotMessages.UnreadBy(parts["person"].ToLowerInvariant()));
        return Task.CompletedTask;
    }
}
