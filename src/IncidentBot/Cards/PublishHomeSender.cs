using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Cards;

internal sealed class PublishHomeSender(ISlackApi slack, HomeTab home) : IEffectSender<PublishHome>
{
    public async Task<EffectResult> SendAsync(PublishHome effect, Sending sending, CancellationToken cancellationToken)
    {
        var view = await home.RenderAsync(effect.Person, cancellationToken);
        var response = await slack.SendAsync(new ViewsPublish(effect.Person.Value, view), cancellationToken);
        return EffectResult.From(response);
    }
}
