using IncidentBot.Cards.Redrawing;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Cards;

/// <summary>Registers the cards of the incident itself; features register their own with <see cref="AddCard"/>.</summary>
internal static class CardSetup
{
    public static IServiceCollection AddCards(this IServiceCollection services) => services
        .AddScoped<CardTable>()
        .AddSingleton<ISaveFollowUp, CardRedrawing>()
        .AddScoped<ChannelPresence>()
        .AddScoped<ChannelVisibility>()
        .AddScoped<ChannelTopic>()
        .AddScoped<HomeTab>()
        .AddScoped<OpenQuestions>()
        .AddScoped<IOpenQuestions, ReviewQuestions>()
        .AddScoped<HomeWriteUps>()
        .AddCard<StatusCard>(BotMessageNames.StatusCard)
        .AddCard<Headline>(BotMessageNames.Headline)
        .AddCard<ResolveCard>(BotMessageNames.ResolveCard)
        .AddScoped<IncidentLinks>()
        .AddCard<RemindersMessage>(BotMessageNames.Reminders)
        .AddCard<ActionItemsMessage>(BotMessageNames.ActionItems)
        .AddRedraws<IncidentRedraws>()
        .AddRedraws<ActionItemRedraws>();

    /// <summary>A message that is refreshed in place, under a name that is stored and never changes its meaning.</summary>
    public static IServiceCollection AddCard<TCard>(this IServiceCollection services, string name)
        where TCard : class, ICard => services
        .AddScoped<TCard>()
        .AddSingleton(new CardRow(name, typeof(TCard)));

    /// <summary>Registers a rule that says which saved changes redraw a card.</summary>
    public static IServiceCollection AddRedraws<TRedraws>(this IServiceCollection services)
        where TRedraws : class, IRedrawRule => services.AddSingleton<IRedrawRule, TRedraws>();
}
