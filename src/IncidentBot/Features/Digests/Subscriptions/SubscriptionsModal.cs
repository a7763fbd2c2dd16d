using IncidentBot.Domain.Subscriptions;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Digests.Subscriptions;

/// <summary>What a person and a channel are subscribed to, and the form for another service.</summary>
internal static class SubscriptionsModal
{
    public const string CallbackId = "subscriptions";

    /// <summary>Ends a subscription. Value: its id.</summary>
    public const string End = "subscription_end";

    public const string Where = "where";

    private const string Here = "channel";
    private const string Direct = "direct";

    /// <param name="existing">The subscriptions of the person and of the channel.</param>
    /// <param name="channel">The channel that can subscribe; empty when it can't.</param>
    /// <param name="service">The service that was typed; empty for none.</param>
    /// <param name="reader">Who reads it.</param>
    public static Modal Render(IReadOnlyList<ServiceSubscription> existing, string channel, string service, string reader) =>
        new("Subscriptions")
        {
            CallbackId = CallbackId,
            PrivateMetadata = channel,
            Submit = "Subscribe",
            Close = "Close",
            Blocks =
            [
                new ContextBlock(Mrkdwn.Raw(
                    "Subscribers of a service see each of its incidents when it is declared, and on Mondays its week: incidents, causes "
                        + "that came back, what is overdue, what was published.")),
                .. existing.Select(each => Row(each, reader)),
                .. existing.Count == 0 ? [new ContextBlock(Mrkdwn.Raw("No subscriptions yet."))] : Array.Empty<Block>(),
                ServiceField.Render(service.Length > 0 ? service : null),
                .. channel.Length > 0 ? [Choice(channel)] : Array.Empty<Block>(),
            ],
        };

    public static string ReadService(ViewState state) => ServiceField.Read(state);

    public static bool IsForChannel(ViewState state) => state.SelectedOption(Where) == Here;

    private static InputBlock Choice(string channel)
    {
        var direct = new Option("Direct messages to me", Direct);
        return new InputBlock(Where, "Where to?", new RadioButtons("value")
        {
            Options = [direct, new Option("This channel, for everyone in it", Here)],
            InitialOption = direct,
        });
    }

    private static SectionBlock Row(ServiceSubscription subscription, string reader)
    {
        var place = subscription.Target == reader ? Mrkdwn.Raw("direct messages to you") : Mrkdwn.Channel(subscription.Target);
        return new SectionBlock(Mrkdwn.Text($"*{subscription.Service}* · {place} · since {Mrkdwn.Date(subscription.At, SlackDate.Day)}"))
        {
            Accessory = new Button(End, "Unsubscribe") { Value = subscription.Id.ToString("N") },
        };
    }
}
