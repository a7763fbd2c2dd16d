using System.Globalization;
using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Sandbox.Stories;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace IncidentBot.Browser.Tests.Stories;

/// <summary>Plays a story step by step; a failure names its step and clause.</summary>
internal sealed class Player(Stage stage, ITestOutputHelper output)
{
    public async Task PlayAsync(IReadOnlyList<StoryStep> steps)
    {
        foreach (var step in steps)
        {
            output.WriteLine($"{step.Number}. {step.Text}");
            foreach (var (index, clause) in step.Clauses.Index())
            {
                await PlayAsync(step, clause);
                await stage.Screenshots.TakeAsync(string.Create(CultureInfo.InvariantCulture, $"{step.Number:00}-{index + 1}"));
            }
        }
    }

    private async Task PlayAsync(StoryStep step, string clause)
    {
        try
        {
            await PhraseBook.Find(clause)(stage);
            await stage.SettleAsync();
        }
        catch (Exception problem) when (
            problem is PlaywrightException or TimeoutException or OperationCanceledException or XunitException or UnknownClauseException)
        {
            await stage.Screenshots.TakeAsync("failed");
            throw new XunitException($"Step {step.Number}, \"{clause}\": {problem.Message}", problem);
        }
    }
}
