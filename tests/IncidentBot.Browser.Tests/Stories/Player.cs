using System.Globalization;
using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Sandbox.Stories;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace IncidentBot.Browser.Tests.Stories;

/// <summary>Plays a story step by step; a failure names its step and clause.</summary>
internal sealed class Player(Stage stage, ITestOutputHelper output)
{
    /// <summary>How long the story takes a person; null when no one asks.</summary>
    public PersonsTime? Time { get; init; }

    public async Task PlayAsync(IReadOnlyList<StoryStep> steps)
    {
        foreach (var step in steps)
        {
            output.WriteLine($"{step.Number}. {step.Text}");
            Time?.Take($"{step.Text} {step.Explanation}");
            foreach (var (index, clause) in step.Clauses.Index())
            {
                await PlayAsync(step, clause);
                await (Time?.ReadAsync(stage) ?? Task.CompletedTask);
                await stage.Screenshots.TakeAsync(string.Create(CultureInfo.InvariantCulture, $"{step.Number:00}-{index + 1}"));
            }

            if (Time is not null)
            {
                output.WriteLine($"   {Time}");
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
