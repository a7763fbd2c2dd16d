using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using IncidentBot.Sandbox.Page.Chat;
using IncidentBot.Sandbox.Page.Live;
using IncidentBot.Sandbox.State;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Sandbox.Tests.Page;

/// <summary>The whole page as one tab has it, without a browser: what is drawn is read, handlers are called by their number.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly LiveRenderer renderer;

    private OpenPage()
    {
        Workspace = new Workspace(new SandboxOptions());
        State = new PageState(Workspace, new HttpContextAccessor());
        var services = new ServiceCollection().AddSingleton(Workspace).AddSingleton(State).AddLogging().BuildServiceProvider();
        renderer = new LiveRenderer(services, NullLoggerFactory.Instance);
    }

    public Workspace Workspace { get; }

    public PageState State { get; }

    public static OpenPage As(string person)
    {
        var page = new OpenPage();
        _ = page.renderer.StartAsync<SandboxPage>();
        page.State.Become(page.Workspace.Users.Find(person)!.Id);
        return page;
    }

    public async Task<IDocument> ReadAsync()
    {
        State.Note(null);
        var html = await renderer.Dispatcher.InvokeAsync(() =>
        {
            var drawing = renderer.Draw();
            drawing.Shown();
            return drawing.Html;
        });
        return new HtmlParser().ParseDocument(html);
    }

    public async Task<IElement> FindAsync(string selector) =>
        (await ReadAsync()).QuerySelector(selector) ?? throw new InvalidOperationException($"The page shows no {selector}.");

    public Task ClickAsync(string selector) => ActAsync(selector, "onclick", new MouseEventArgs());

    public Task SubmitAsync(string selector) => ActAsync(selector, "onsubmit", EventArgs.Empty);

    public Task TypeAsync(string selector, string text) => ActAsync(selector, "oninput", new ChangeEventArgs { Value = text });

    public Task ChooseAsync(string selector, string value) => ActAsync(selector, "onchange", new ChangeEventArgs { Value = value });

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)renderer).DisposeAsync();
        Workspace.Dispose();
    }

    private async Task ActAsync(string selector, string handler, EventArgs args)
    {
        var number = ulong.Parse((await FindAsync(selector)).GetAttribute($"data-{handler}")!, CultureInfo.InvariantCulture);
        await renderer.Dispatcher.InvokeAsync(() => renderer.ActAsync(number, args));
    }
}
