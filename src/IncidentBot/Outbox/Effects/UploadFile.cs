using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Outbox.Effects;

/// <summary>A text file stands in a channel, in a message's thread if it is named.</summary>
/// <param name="To">Where.</param>
/// <param name="FileName">What it is called.</param>
/// <param name="Title">What Slack shows above it.</param>
/// <param name="Text">What is in it; stored as UTF-8.</param>
/// <param name="Under">The name of the posted message in whose thread it goes; top level when null.</param>
internal sealed record UploadFile(Address To, string FileName, string Title, string Text, string? Under = null) : IEffect;

internal sealed class UploadFileSender(IncidentDb db, ISlackApi slack, FileUploads uploads, Addresses addresses) : IEffectSender<UploadFile>
{
    public async Task<EffectResult> SendAsync(UploadFile effect, Sending sending, CancellationToken cancellationToken)
    {
        if (await addresses.FindAsync(effect.To, cancellationToken) is not { } place)
        {
            return EffectResult.Park("There is no channel to upload to.");
        }

        var bytes = System.Text.Encoding.UTF8.GetBytes(effect.Text);
        var target = await slack.SendAsync(new FilesGetUploadUrl(effect.FileName, bytes.Length), cancellationToken);
        if (!target.Ok)
        {
            return EffectResult.From(target);
        }

        var uploaded = await uploads.UploadAsync(target.Value.UploadUrl, bytes, cancellationToken);
        if (!uploaded.Ok)
        {
            return EffectResult.From(uploaded);
        }

        var parent = effect.Under is null ? null : await db.BotMessages.FindAsync([effect.Under], cancellationToken);
        var completed = await slack.SendAsync(
            new FilesCompleteUpload([new UploadedFile(target.Value.FileId, effect.Title)])
            {
                ChannelId = parent?.ChannelId ?? place.ChannelId,
                ThreadTs = place.ThreadTs ?? parent?.Ts,
            },
            cancellationToken);
        return EffectResult.From(completed);
    }
}
