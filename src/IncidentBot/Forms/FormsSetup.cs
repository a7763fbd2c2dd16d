using IncidentBot.Forms.Wording;

namespace IncidentBot.Forms;

/// <summary>Registers what forms share that several people have open, or whose words are reviewed.</summary>
internal static class FormsSetup
{
    public static IServiceCollection AddForms(this IServiceCollection services) => services
        .AddScoped<SharedForms>()
        .AddScoped<OpenedForms>()
        .AddScoped<BlameReview>();
}
