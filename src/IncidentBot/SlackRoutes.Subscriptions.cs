using IncidentBot.Features.Digests.Subscriptions;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot;

/// <content>Subscriptions to a service.</content>
internal static partial class SlackRoutes
{
    private static SlackRouteTable Subscriptions(this SlackRouteTable routes) => routes
        .Submission<Subscribe>(SubscriptionsModal.CallbackId, "subscribe to a service")
        .Action<Unsubscribe>(SubscriptionsModal.End, "end a subscription")
        .Event<ChannelLeft, EndLostSubscriptions>("end the subscriptions of a channel that the bot has left")
        .Event<ChannelArchive, EndLostSubscriptions>("end the subscriptions of an archived channel");
}
