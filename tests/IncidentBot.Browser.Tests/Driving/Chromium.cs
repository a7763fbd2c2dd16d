using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>
/// The installed Chromium, in headless mode. Starting one takes as long as a short test, so a test borrows one and gives it back; what
/// it stored in the browser goes with its page.
/// </summary>
internal sealed class Chromium
{
    // The shell has no windows to draw and takes half of the processor time of the whole browser.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly ConcurrentBag<Chromium> Idle = [];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>The path of Chromium; null when it is not installed.</summary>
    public static string? Executable { get; } = Names
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public static async Task<Chromium> BorrowAsync()
    {
        while (Idle.TryTake(out var idle))
        {
            if (idle._browser.IsConnected)
            {
                return idle;
            }

            idle._playwright.Dispose();
        }

        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments }));
    }

    public void GiveBack() => Idle.Add(this);

    public async Task<IPage> OpenAsync(Uri address, Screen screen)
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = screen.Width, Height = screen.Height } });
        page.SetDefaultTimeout(Stage.Patience);
        await page.GotoAsync(address.ToString());
        return page;
    }

    /// <summary>Closes every browser once the last test has given it back.</summary>
    public static async Task CloseAllAsync()
    {
        while (Idle.TryTake(out var idle))
        {
            await idle._browser.CloseAsync();
            idle._playwright.Dispose();
        }
    }
}
