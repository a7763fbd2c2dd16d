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
        .AddScoped<BoardAccess>()
        .AddScoped<BoardViews>()
        .AddScoped<IPostMortemCommand, StartCommand>()
        .AddReminders<WrittenStepReminders>()
        .AddCard<WrittenStepCard>(BotMessageNames.WrittenStep)
        .AddCard<BoardCard>(BotMessageNames.Board)
        .AddRedraws<BoardRedraws>();
}
