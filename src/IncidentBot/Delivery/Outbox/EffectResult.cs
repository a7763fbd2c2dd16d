using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery.Outbox;

/// <summary>The outcome of sending: done, not now, refused by Slack, or impossible.</summary>
internal abstract record EffectResult
{
    public static readonly EffectResult Done = new Finished();

    /// <summary>The channel is archived, or the bot was removed from it: the row waits until someone has fixed that.</summary>
    public static readonly EffectResult OutOfReach = new Held("out of reach");

    /// <summary>Slack's answer decides: done, retry later, look first, or parked.</summary>
    public static EffectResult From(SlackResponse response) => response.Done ? Done : new Answered(response);

    /// <summary>A limit shared by our nodes says to wait.</summary>
    public static EffectResult NotBefore(DateTimeOffset at) => new Wait(at);

    /// <summary>A part is done: the row keeps its place in the lane and continues with this. For long work in short steps.</summary>
    public static EffectResult GoOn(IEffect next) => new Unfinished(next);

    /// <summary>It can never work; the reason is for the operator.</summary>
    public static EffectResult Park(string reason) => new Impossible(reason);

    /// <summary>It waits for something that failed and was reported earlier, such as the channel: no one has to hear of it again.</summary>
    public static EffectResult ParkWith(string reason) => new Impossible(reason) { IsReported = true };

    internal sealed record Finished : EffectResult;

    internal sealed record Answered(SlackResponse Response) : EffectResult;

    internal sealed record Wait(DateTimeOffset At) : EffectResult;

    internal sealed record Unfinished(IEffect Next) : EffectResult;

    internal sealed record Held(string Reason) : EffectResult;

    internal sealed record Impossible(string Reason) : EffectResult
    {
        public bool IsReported { get; init; }
    }
}
