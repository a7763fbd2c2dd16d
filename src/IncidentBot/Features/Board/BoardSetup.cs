using IncidentBot.Cards;
using IncidentBot.Effects.Reminders;
using IncidentBot.PostMortems;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Board;

/// <summary>Registers the board with which a meeting is run.</summary>
internal static class BoardSetup
{
    public static IServiceCollection AddBoard(this IServiceCollection services) => services
        .AddScoped<Boards>()
        .AddScoped<BoardViews>()
        .AddScoped<EarlierReviews>()
        .AddScoped<BoardPosts>()
        .AddScoped<BoardReposts>()
        .AddScoped<ClosingSteps>()
        .AddScoped<ParkedPoints>()
        .AddScoped<StartCommand>()
        .AddScoped<IPostMortemCommand>(services => services.GetRequiredService<StartCommand>())
        .AddReminders<AsyncStepReminders>()
        .AddCard<AsyncStepCard>(BotMessageNames.WrittenStep)
        .AddCard<BoardCard>(BotMessageNames.Board)
        .AddCard<OldBoardCard>(BotMessageNames.OldBoard)
        .AddRedraws<BoardRedraws>();
}
