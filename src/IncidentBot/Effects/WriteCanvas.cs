using IncidentBot.Delivery.Outbox;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.Effects;

/// <summary>Writes this document into the canvas of the incident's own channel.</summary>
[Effect("write_canvas")]
internal sealed record WriteCanvas(int IncidentNumber, string Markdown) : IEffect;

/// <summary>
/// Creates the channel's canvas, and later replaces its content. A channel has one canvas: if people created it, it is left alone;
/// the bot's own is recognised by its author, so that a lost answer does no harm. Many workspaces allow no canvas; the document is
/// in the thread anyway, so that is no failure ("conversations.canvases.create", "canvases.edit").
/// </summary>
internal sealed partial class WriteCanvasSender(
    IncidentDb db,
    ISlackApi slack,
    SlackWorkspace workspace,
    ILogger<WriteCanvasSender> logger) : IEffectSender<WriteCanvas>
{
    public async Task<EffectResult> SendAsync(WriteCanvas effect, Sending sending, CancellationToken cancellationToken)
    {
        var channel = await db.Channels.FindAsync([effect.IncidentNumber], cancellationToken);
        if (channel is not { ChannelId: { } channelId, IsBorrowed: false })
        {
            return EffectResult.Done;
        }

        if (channel.IsOutOfReach)
        {
            return EffectResult.OutOfReach;
        }

        return await db.BotMessages.FindAsync([NameOf(effect)], cancellationToken) is { } known
            ? await ReplaceAsync(effect, known, sending, cancellationToken)
            : await CreateAsync(effect, channelId, cancellationToken);
    }

    private async Task<EffectResult> ReplaceAsync(
        WriteCanvas effect, BotMessage known, Sending sending, CancellationToken cancellationToken)
    {
        var edited = await EditAsync(known.Ts, effect, cancellationToken);
        if (edited.Error is not "canvas_not_found")
        {
            return EndOf(effect, edited);
        }

        // Someone deleted it; forget it and create a new one next time.
        db.BotMessages.Remove(known);
        return EffectResult.NotBefore(sending.CreatedAt);
    }

    private async Task<EffectResult> CreateAsync(WriteCanvas effect, string channelId, CancellationToken cancellationToken)
    {
        var created = await slack.SendAsync(
            new ConversationsCanvasesCreate(channelId, new CanvasDocument(effect.Markdown)), cancellationToken);
        if (created.Ok)
        {
            Remember(effect, channelId, created.Value.CanvasId);
        }

        return created.Error is "channel_canvas_already_exists" or "free_team_canvas_tab_already_exists"
            ? await AdoptAsync(effect, channelId, cancellationToken)
            : EndOf(effect, created);
    }

    /// <summary>The channel has a canvas already: ours from an attempt whose answer was lost, or someone else's.</summary>
    private async Task<EffectResult> AdoptAsync(WriteCanvas effect, string channelId, CancellationToken cancellationToken)
    {
        var channel = await slack.SendAsync(new ConversationsInfo(channelId), cancellationToken);
        if (!channel.Ok)
        {
            return EndOf(effect, channel);
        }

        if (channel.Value.Channel.Properties?.Canvas is not { } canvas)
        {
            return EffectResult.Done;
        }

        var file = await slack.SendAsync(new FilesInfo(canvas.FileId), cancellationToken);
        if (!file.Ok || file.Value.File.User != workspace.BotUserId)
        {
            return EndOf(effect, file);
        }

        var edited = await EditAsync(canvas.FileId, effect, cancellationToken);
        if (edited.Ok)
        {
            Remember(effect, channelId, canvas.FileId);
        }

        return EndOf(effect, edited);
    }

    private async Task<SlackResponse> EditAsync(string canvasId, WriteCanvas effect, CancellationToken cancellationToken) =>
        await slack.SendAsync(CanvasesEdit.Replace(canvasId, new CanvasDocument(effect.Markdown)), cancellationToken);

    private void Remember(WriteCanvas effect, string channelId, string canvasId) =>
        db.BotMessages.Add(new BotMessage { Name = NameOf(effect), ChannelId = channelId, Ts = canvasId });

    /// <summary>A missing permission is no failure, because the canvas is optional.</summary>
    private EffectResult EndOf(WriteCanvas effect, SlackResponse response)
    {
        if (!IsNotAllowed(response.Error))
        {
            return EffectResult.From(response);
        }

        Log.NotWritten(logger, effect.IncidentNumber, response.Error);
        return EffectResult.Done;
    }

    private static bool IsNotAllowed(string? error) => error is
        "missing_scope" or "restricted_action" or "canvas_disabled_user_team"
        or "free_teams_cannot_edit_standalone_canvases" or "team_tier_cannot_create_channel_canvases"
        or "canvas_creation_failed" or "channel_canvas_creation_failed" or "canvas_tab_creation_failed" or "canvas_editing_failed"
        or "canvas_not_found" or "file_not_found";

    private static string NameOf(WriteCanvas effect) => BotMessageNames.Card(BotMessageNames.Canvas, effect.IncidentNumber);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The canvas of incident {Number} was not written: {Reason}")]
        public static partial void NotWritten(ILogger logger, int number, string? reason);
    }
}
