using IncidentBot.Demo;
using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>A demo for one test, open in a browser.</summary>
internal sealed class OpenDemo : IAsyncDisposable
{
    // Longer than Slack's three seconds, because a busy test machine says nothing about the service.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DemoPorts _ports;
    private readonly Chromium _chromium;

    private OpenDemo(DemoPorts ports, DemoApp app, Chromium chromium, IPage page) =>
        (_ports, App, _chromium, Page) = (ports, app, chromium, page);

    public DemoApp App { get; private set; }

    public IPage Page { get; }

    public Sandbox.State.Workspace Workspace => App.Workspace;

    /// <param name="screen">The desktop when null.</param>
    /// <param name="begin">What the demo's clock says; as always when null.</param>
    /// <param name="prepare">What happens before the page is opened.</param>
    public static async Task<OpenDemo> StartAsync(
        Screen? screen = null, DateTimeOffset? begin = null, Func<DemoApp, Task>? prepare = null)
    {
        Assert.SkipWhen(Chromium.Executable is null, "Chromium is not installed (Debian: apt-get install chromium-headless-shell).");
        var ports = new DemoPorts(DemoPorts.Free(), DemoPorts.Free());
        var app = await DemoApp.StartAsync(ports, Patience, begin);
        await (prepare?.Invoke(app) ?? Task.CompletedTask);
        var chromium = await Chromium.BorrowAsync();
        return new OpenDemo(ports, app, chromium, await chromium.OpenAsync(app.Address, screen ?? Screen.Desktop));
    }

    /// <summary>Restarts the demo at the same address without touching the page.</summary>
    public async Task RestartAsync()
    {
        await App.DisposeAsync();
        App = await DemoApp.StartAsync(_ports, Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        _chromium.GiveBack();
        await App.DisposeAsync();
    }
}
