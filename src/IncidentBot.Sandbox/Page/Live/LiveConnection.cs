using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace IncidentBot.Sandbox.Page.Live;

/// <summary>
/// One browser tab. It gets the page's HTML whenever that changed and it has shown the drawing before, and sends what the
/// person did. Every action has a number; a drawing says which of them it has seen, so that no field is set back to a value
/// older than what is typed in it.
/// </summary>
internal sealed class LiveConnection(WebSocket socket, LiveRenderer renderer, CancellationToken ended)
{
    private const int LongestMessage = 16 * 1024 * 1024;

    private Drawing? underway;
    private string? lastHtml;
    private long seen;
    private bool changed;

    public async Task RunAsync()
    {
        renderer.Changed += (_, _) =>
        {
            changed = true;
            _ = DrawAsync();
        };
        _ = renderer.StartAsync<Chat.SandboxPage>();
        try
        {
            while (await ReceiveAsync() is { } message)
            {
                await renderer.Dispatcher.InvokeAsync(() => HandleAsync(message));
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The tab is closed: nothing is left to draw for.
        }

        await renderer.Dispatcher.InvokeAsync(() =>
        {
            underway?.Shown();
            renderer.StopWaiting();
        });
    }

    /// <summary>Starts what the person did; does not wait for handlers, which may wait for the bot.</summary>
    private Task HandleAsync(LiveMessage message)
    {
        if (message.Shown)
        {
            underway?.Shown();
            underway = null;
            return DrawAsync();
        }

        seen = message.Number;
        changed = true;
        _ = renderer.ActAsync(message.Handler, message.ToEventArgs());
        return DrawAsync();
    }

    private async Task DrawAsync()
    {
        if (!changed || underway is not null || socket.State != WebSocketState.Open)
        {
            return;
        }

        changed = false;
        underway = renderer.Draw();
        var same = underway.Html == lastHtml;
        lastHtml = underway.Html;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new { seen, html = same ? null : lastHtml });
        try
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, ended);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The receiving side sees the same and ends.
        }
    }

    private async Task<LiveMessage?> ReceiveAsync()
    {
        var received = new ArrayBufferWriter<byte>();
        while (received.WrittenCount < LongestMessage)
        {
            var part = await socket.ReceiveAsync(received.GetMemory(16 * 1024), ended);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            received.Advance(part.Count);
            if (part.EndOfMessage)
            {
                return JsonSerializer.Deserialize<LiveMessage>(received.WrittenSpan, JsonSerializerOptions.Web);
            }
        }

        return null;
    }
}
