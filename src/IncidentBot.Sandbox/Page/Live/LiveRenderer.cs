using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;

namespace IncidentBot.Sandbox.Page.Live;

/// <summary>
/// Ordinary Razor components, drawn as HTML text. Handlers that a render replaced stay callable until the browser shows the
/// drawing without them: that is what the tasks of <see cref="UpdateDisplayAsync"/> wait for.
/// </summary>
// BL0006: reading the render tree is what a renderer does.
#pragma warning disable BL0006
internal sealed partial class LiveRenderer(IServiceProvider services, ILoggerFactory logs) : Renderer(services, logs)
{
    private readonly ILogger log = logs.CreateLogger<LiveRenderer>();
    private readonly List<TaskCompletionSource> undrawn = [];
    private int root;

    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    /// <summary>Components have changed; raised on the dispatcher.</summary>
    public event EventHandler? Changed;

    public Task StartAsync<TComponent>() => Dispatcher.InvokeAsync(() =>
    {
        root = AssignRootComponentId(InstantiateComponent(typeof(TComponent)));
        return RenderRootComponentAsync(root);
    });

    /// <summary>What somebody did, for the handler with this number. Failures end in <see cref="HandleException"/>.</summary>
    public async Task ActAsync(ulong handler, EventArgs args)
    {
        try
        {
            await DispatchEventAsync(handler, null, args);
        }
        catch (ArgumentException e)
        {
            // The handler went with its component while the click was on its way.
            Log.TooLate(log, handler, e);
        }
    }

    /// <summary>The page as it is now. Call on the dispatcher, and tell the drawing when it is shown.</summary>
    public Drawing Draw()
    {
        var drawing = new Drawing(new LiveHtml(GetCurrentRenderTreeFrames).Of(root), [.. undrawn]);
        undrawn.Clear();
        return drawing;
    }

    /// <summary>Nobody will see what has changed since the last drawing. Call on the dispatcher.</summary>
    public void StopWaiting()
    {
        undrawn.ForEach(waiter => waiter.TrySetResult());
        undrawn.Clear();
    }

    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        undrawn.Add(shown);
        Changed?.Invoke(this, EventArgs.Empty);
        return shown.Task;
    }

    protected override void HandleException(Exception exception) => Log.ComponentFailed(log, exception);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Nothing listens to {Handler} any more")]
        public static partial void TooLate(ILogger log, ulong handler, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "A component of the page failed")]
        public static partial void ComponentFailed(ILogger log, Exception exception);
    }
}

/// <summary>The whole page as HTML, and who wants to know when a browser shows it.</summary>
internal sealed record Drawing(string Html, IReadOnlyList<TaskCompletionSource> Waiting)
{
    public void Shown()
    {
        foreach (var waiter in Waiting)
        {
            waiter.TrySetResult();
        }
    }
}
