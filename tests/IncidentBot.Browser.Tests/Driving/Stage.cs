using System.Text.RegularExpressions;
using IncidentBot.Demo;
using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>The demo in a browser, as the steps of a story see it.</summary>
internal sealed class Stage(DemoApp demo, IPage page, string story)
{
    /// <summary>How long something may take to show, in milliseconds; generous, because machines that run tests are busy.</summary>
    public const float Patience = 30_000;

    /// <summary>A fast typist, in milliseconds: what is pasted at once does not show what happens between two keys.</summary>
    public const float BetweenKeys = 15;

    public IPage Page => page;

    public Sandbox.State.Workspace Workspace => demo.Workspace;

    public Pictures Pictures { get; } = new(page, story);

    public Postbox Postbox { get; } = new(demo.Workspace);

    /// <summary>What one reads and presses: the modal when there is one, else the channel or the home tab and the open thread.</summary>
    public ILocator Front => page.Locator(
        "#page:not(:has(.overlay)) main, #page:not(:has(.overlay)) [data-testid=thread], [data-testid=modal], [data-testid=confirm]");

    /// <summary>The newest message that says so; the one in the open thread when it is shown twice.</summary>
    public ILocator Message(string text) => page.GetByTestId("message").Filter(new() { HasText = text }).Last;

    /// <summary>The newest button of that name.</summary>
    public ILocator Button(string name) => ButtonIn(Front, name).Last;

    /// <summary>The button in the part of a message or modal that says so.</summary>
    public ILocator ButtonBeside(string name, string text) =>
        ButtonIn(Front.Locator(".block").Filter(new() { HasText = text }), name).Last;

    /// <summary>The fields of that label in the frontmost modal.</summary>
    public ILocator Fields(string label) => page.GetByTestId("modal").GetByLabel(label);

    /// <summary>Until everything that follows from what was done has happened.</summary>
    public Task SettleAsync() => Settling.WaitAsync(demo, TimeSpan.FromMilliseconds(Patience));

    private static ILocator ButtonIn(ILocator scope, string name) =>
        scope.Locator("button, a.button").Filter(new() { HasTextRegex = new Regex($@"^\s*{Regex.Escape(name)}\s*$", RegexOptions.None, TimeSpan.FromSeconds(1)) });
}
