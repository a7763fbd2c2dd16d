using System.Text;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Effects;

/// <summary>Uploads a text file to a channel, into a message's thread if one is given.</summary>
/// <param name="To">Where.</param>
/// <param name="FileName">What it is called.</param>
/// <param name="Title">What Slack shows above it.</param>
/// <param name="Text">What is in it; stored as UTF-8.</param>
/// <param name="Under">The name of the posted message in whose thread it goes; top level when null.</param>
[Effect("upload_file")]
internal sealed record UploadFile(Address To, string FileName, string Title, string Text, string? Under = null) : IEffect;

/// <summary>
/// Three calls, of which the last one shares the file. After an attempt with an unknown outcome, the file is looked up where it
/// belongs; Slack deletes incomplete uploads.
/// </summary>
internal sealed class UploadFileSender(IncidentDb db, ISlackApi slack, FileUploads uploads, Addresses addresses, EarlierAttempts earlier)
    : IEffectSender<UploadFile>
{
    public async Task<EffectResult> SendAsync(UploadFile effect, Sending sending, CancellationToken cancellationToken)
    {
        if (await addresses.IsHiddenAsync(effect.To, effect.Under, cancellationToken))
        {
            return EffectResult.Done;
        }

        var parent = effect.Under is null ? null : await db.BotMessages.FindAsync([effect.Under], cancellationToken);
        var where = await addresses.FindAsync(effect.To, cancellationToken);
        if (where.Reachable is not { } address)
        {
            return where.Unreachable;
        }

        // A DM is addressed by the person; its own id is stored with the message.
        var (channel, thread) = (parent?.ChannelId ?? address, where.ThreadTs ?? parent?.Ts);

        var bytes = Encoding.UTF8.GetBytes(effect.Text);
        if (sending.LookFirst)
        {
            var found = await earlier.FindAsync(
                channel, thread, sending, message => Carries(message, effect, bytes.Length), cancellationToken);
            if (found is not { Message: null, Unknown: null })
            {
                return found.Unknown ?? EffectResult.Done;
            }
        }

        return await UploadAsync(effect, bytes, new FilesCompleteUpload([]) { ChannelId = channel, ThreadTs = thread }, cancellationToken);
    }

    /// <summary>
    /// Files carry no metadata, but name, title and size identify them; only messages since the row was saved are searched.
    /// </summary>
    private static bool Carries(SlackMessage message, UploadFile effect, int length) =>
        message.Files.Any(file => file.Name == effect.FileName && file.Title == effect.Title && file.Size == length);

    private async Task<EffectResult> UploadAsync(
        UploadFile effect, byte[] bytes, FilesCompleteUpload share, CancellationToken cancellationToken)
    {
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

        var completed = await slack.SendAsync(
            share with { Files = [new UploadedFile(target.Value.FileId, effect.Title)] }, cancellationToken);
        return EffectResult.From(completed);
    }
}
