using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bunit;
using IncidentBot.Sandbox.Page.Chat;
using IncidentBot.Sandbox.State;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Sandbox.Tests.Page;

/// <summary>The whole page of one tab, rendered without a browser.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly BunitContext context = new();
    private readonly IRenderedComponent<SandboxPage> page;

    private OpenPage(string? person, SandboxOptions options)
    {
        Workspace = new Workspace(options);
        State = new PageState(Workspace, person);
        context.Services.AddSingleton(Workspace).AddSingleton(State);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        page = context.Render<SandboxPage>();
    }

    public Workspace Workspace { get; }

    public PageState State { get; }

    /// <summary>What the page asked of the browser.</summary>
    public IEnumerable<JSRuntimeInvocation> Asked => context.JSInterop.Invocations;

    public static OpenPage As(string person) => new(person, new SandboxOptions());

    /// <summary>As a newcomer finds it.</summary>
    public static OpenPage With(SandboxOptions options) => new(person: null, options);

    /// <summary>Redraws the page and returns it.</summary>
    public async Task<IDocument> ReadAsync()
    {
        await page.InvokeAsync(() => State.ShowNotice(null));
        return new HtmlParser().ParseDocument(page.Markup);
    }

    public async Task<IElement> FindAsync(string selector) =>
        (await ReadAsync()).QuerySelector(selector) ?? throw new InvalidOperationException($"The page shows no {selector}.");

    public Task ClickAsync(string selector) => ActAsync(selector, element => element.ClickAsync(new()));

    public Task SubmitAsync(string selector) => ActAsync(selector, element => element.SubmitAsync());

    public Task TypeAsync(string selector, string text) => ActAsync(selector, element => element.InputAsync(new() { Value = text }));

    public Task ChooseAsync(string selector, string value) => ActAsync(selector, element => element.ChangeAsync(new() { Value = value }));

    /// <summary>As the browser's Back button does.</summary>
    public Task GoBackAsync(string address) => page.InvokeAsync(() => page.Instance.Return(address));

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Workspace.Dispose();
    }

    /// <summary>Finds and uses the element without a redraw in between, which would replace it.</summary>
    private Task ActAsync(string selector, Func<IElement, Task> act) => page.InvokeAsync(() =>
    {
        State.ShowNotice(null);
        return act(page.Find(selector));
    });
}
