using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>Presses one of the clock's buttons: 10 min, 1 h, 24 h, 48 h.</summary>
internal sealed class MoveClockBy() : Phrase("move the clock by **{step}**")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts) => ClockPanel.UseAsync(
        stage, panel => panel.GetByTestId("clock-" + parts["step"].Replace(" ", "").Replace("min", "m")).ClickAsync());
}
