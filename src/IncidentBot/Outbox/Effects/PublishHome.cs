using IncidentBot.Domain;
using IncidentBot.Slack.WebApi;
using IncidentBot.Surfaces;

namespace IncidentBot.Outbox.Effects;

/// <summary>A person's home tab shows what is so now. May repeat.</summary>
internal sealed record PublishHome(PersonId Person) : IEffect;

internal sealed class PublishHomeSender(ISlackApi slack, HomeSurface home) : IEffectSender<PublishHome>
{
    public async Task<EffectResult> SendAsync(PublishHome effect, Sending sending, CancellationToken cancellationToken)
    {
        var view = await home.RenderAsync(effect.Person, cancellationToken);
        var response = await slack.SendAsync(new ViewsPublish(effect.Person.Value, view), cancellationToken);
        return EffectResult.From(response);
    }
}
