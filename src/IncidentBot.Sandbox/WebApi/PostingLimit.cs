using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>chat.postMessage: about one a second and channel by the workspace's clock; short bursts pass.</summary>
internal sealed class PostingLimit(Workspace workspace)
{
    public const int Burst = 5;

    private readonly Dictionary<string, (double Left, DateTimeOffset At)> byChannel = [];

    public void Take(string channel)
    {
        if (!workspace.Options.LimitPosting)
        {
            return;
        }

        var now = workspace.Now;
        var (left, at) = byChannel.GetValueOrDefault(channel, (Burst, now));
        left = Math.Min(Burst, left + (now - at).TotalSeconds);
        if (left < 1)
        {
            throw new ApiRefusal("ratelimited") { RetryAfterSeconds = 1 };
        }

        byChannel[channel] = (left - 1, now);
    }
}
