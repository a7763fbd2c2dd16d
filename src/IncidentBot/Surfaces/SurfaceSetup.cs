using IncidentBot.Features.PostMortems.Correcting;
using IncidentBot.Features.PostMortems.Facilitating;
using IncidentBot.Features.PostMortems.FollowingUp;
using IncidentBot.Features.PostMortems.Room;
using IncidentBot.Features.PostMortems.Sharing;
using IncidentBot.Features.PostMortems.SigningOff;
using IncidentBot.Features.PostMortems.WriteUps;

namespace IncidentBot.Surfaces;

/// <summary>The cards by name, and what else is refreshed in place.</summary>
internal static class SurfaceSetup
{
    public static IServiceCollection AddSurfaces(this IServiceCollection services)
    {
        var cards = new CardTable()
            .Add<StatusCard>(BotMessageNames.StatusCard)
            .Add<Headline>(BotMessageNames.Headline)
            .Add<ResolveCard>(BotMessageNames.ResolveCard)
            .Add<WriteUpCard>(BotMessageNames.WriteUp)
            .Add<FacilitatorAskCard>(BotMessageNames.FacilitatorAsk)
            .Add<BoardCard>(BotMessageNames.Board)
            .Add<SignOffCard>(BotMessageNames.SignOff)
            .Add<DraftCard>(BotMessageNames.Draft)
            .Add<CorrectionCard>(BotMessageNames.Correction)
            .Add<SharingCard>(BotMessageNames.Sharing)
            .Add<EffectCard>(BotMessageNames.Effect)
            .Add<ReturnCard>(BotMessageNames.Return)
            .Add<ActionItemsMessage>(BotMessageNames.ActionItems);
        services.AddSingleton(cards);
        foreach (var card in cards.Types)
        {
            services.AddScoped(card);
        }

        services.AddScoped<ChannelPresence>();
        services.AddScoped<ChannelVisibility>();
        services.AddScoped<ChannelTopic>();
        services.AddScoped<HomeSurface>();
        return services;
    }
}
