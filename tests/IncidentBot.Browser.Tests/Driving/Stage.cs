using System.Text.RegularExpressions;
using IncidentBot.Demo;
using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>The demo in a browser, as the steps of a story see it.</summary>
internal sealed class Stage(DemoApp demo, IPage page, string story)
{
    /// <summary>How long an element may take to appear, in milliseconds; generous, because test machines are busy.</summary>
    public const float Patience = 30_000;

    /// <summary>The pause between two keys of someone who types fast, in milliseconds.</summary>
    public const float HumanPause = 60;

    /// <summary>Faster than anyone types, in milliseconds.</summary>
    public const float FastPause = 15;

    /// <summary>The pause between two keys, in milliseconds, to find failures that pasting would hide.</summary>
    public float BetweenKeys { get; init; } = FastPause;

    /// <summary>How long a press may take to reach the bot, in milliseconds.</summary>
    private const float AfterPress = 5_000;

    public IPage Page => page;

    public Sandbox.State.Workspace Workspace => demo.Workspace;

    public Screenshots Screenshots { get; } = new(page, story);

    public BotMessages BotMessages { get; } = new(demo.Workspace);

    /// <summary>The part in front: the open modal, or else the channel or home tab and the open thread.</summary>
    public ILocator Front => page.Locator(
        "#page:not(:has(.overlay)) main, #page:not(:has(.overlay)) [data-testid=thread], [data-testid=modal], [data-testid=confirm]");

    /// <summary>The newest message with this text; the copy in the open thread if the message is shown twice.</summary>
    public ILocator Message(string text) => page.GetByTestId("message").Filter(new() { HasText = text }).Last;

    /// <summary>The newest button with this name.</summary>
    public ILocator Button(string name) => ButtonIn(Front, name).Last;

    /// <summary>The button in the block of a message or modal that has this text.</summary>
    public ILocator ButtonBeside(string name, string text) =>
        ButtonIn(Front.Locator(".block").Filter(new() { HasText = text }), name).Last;

    /// <summary>The fields with this label in the front modal.</summary>
    public ILocator Fields(string label) => page.GetByTestId("modal").GetByLabel(label);

    /// <summary>Opens the drawer with the places, people and clock, on screens where it is closed.</summary>
    public async Task ShowSidebarAsync()
    {
        var menu = page.GetByTestId("menu");
        await menu.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        if (await menu.IsVisibleAsync() && await menu.GetAttributeAsync("aria-expanded") == "false")
        {
            await menu.ClickAsync();
            await Assertions.Expect(menu).ToHaveAttributeAsync("aria-expanded", "true");
        }
    }

    /// <summary>
    /// Presses a button. A press on one of the bot's buttons that is being redrawn is lost; a person presses again when nothing
    /// happens.
    /// </summary>
    public async Task PressAsync(ILocator button)
    {
        var isOfTheBot = await button.EvaluateAsync<bool>("button => !!button.closest('.block')");
        var known = Workspace.Calls.Deliveries.Count;
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, EventArgs change)
        {
            if (Workspace.Calls.Deliveries.Count > known)
            {
                arrived.TrySetResult();
            }
        }

        Workspace.Changed += Look;
        try
        {
            await button.ClickAsync();
            if (isOfTheBot && !await IsTakenAsync(arrived.Task))
            {
                await button.ClickAsync();
            }
        }
        finally
        {
            Workspace.Changed -= Look;
        }
    }

    /// <summary>The bot was told, or the page asks for a confirmation first.</summary>
    private async Task<bool> IsTakenAsync(Task arrived)
    {
        var asks = page.GetByTestId("confirm").WaitForAsync(new() { Timeout = AfterPress });
        await Task.WhenAny(arrived, asks);
        return arrived.IsCompleted || asks.IsCompletedSuccessfully;
    }

    /// <summary>Waits until nothing is left to do.</summary>
    public Task SettleAsync() => IdleWait.WaitAsync(demo, TimeSpan.FromMilliseconds(Patience));

    private static ILocator ButtonIn(ILocator scope, string name) =>
        scope.Locator("button, a.button").Filter(
            new() { HasTextRegex = new Regex($@"^\s*{Regex.Escape(name)}\s*$", RegexOptions.None, TimeSpan.FromSeconds(1)) });
}
