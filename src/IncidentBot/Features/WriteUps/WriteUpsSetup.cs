using IncidentBot.Cards;
using IncidentBot.Effects.Reminders;
using IncidentBot.Features.WriteUps.Corrections;
using IncidentBot.Features.WriteUps.Sharing;
using IncidentBot.Features.WriteUps.SignOffs;
using IncidentBot.PostMortems;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.WriteUps;

/// <summary>Registers the write-up from its draft to its corrected versions.</summary>
internal static class WriteUpsSetup
{
    public static IServiceCollection AddWriteUps(this IServiceCollection services) => services
        .AddScoped<WriteUpSource>()
        .AddScoped<IDraftCirculation, DraftCirculation>()
        .AddScoped<SignOffRequests>()
        .AddScoped<IOpenQuestions, SignOffQuestions>()
        .AddScoped<PublishedVersions>()
        .AddScoped<Publishing>()
        .AddScoped<AnswerCorrections>()
        .AddScoped<IPostMortemCommand, PublishCommand>()
        .AddCard<WriteUpCard>(BotMessageNames.WriteUp)
        .AddScoped<DraftFiles>()
        .AddReminders<AskForSignOff>()
        .AddCard<MissingSignOffCard>(BotMessageNames.MissingSignOff)
        .AddCard<SignOffCard>(BotMessageNames.SignOff)
        .AddCard<DraftCard>(BotMessageNames.Draft)
        .AddCard<CorrectionCard>(BotMessageNames.Correction)
        .AddCard<SharingCard>(BotMessageNames.Sharing)
        .AddRedraws<WriteUpRedraws>()
        .AddRedraws<DraftRedraws>();
}
