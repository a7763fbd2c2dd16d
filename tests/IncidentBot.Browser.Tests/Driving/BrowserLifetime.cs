using IncidentBot.Browser.Tests.Driving;

[assembly: AssemblyFixture(typeof(BrowserLifetime))]

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>The browsers live as long as the tests.</summary>
public sealed class BrowserLifetime : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await Chromium.CloseAllAsync();
}
