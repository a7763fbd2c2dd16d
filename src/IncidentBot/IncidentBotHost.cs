using IncidentBot.Cards;
using IncidentBot.Delivery;
using IncidentBot.Delivery.Inbox;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Effects;
using IncidentBot.Features.ActionItems;
using IncidentBot.Features.Archiving;
using IncidentBot.Features.Board;
using IncidentBot.Features.Causes;
using IncidentBot.Features.Channels;
using IncidentBot.Features.Declare;
using IncidentBot.Features.Digests;
using IncidentBot.Features.Facilitators;
using IncidentBot.Features.FollowUps;
using IncidentBot.Features.Home;
using IncidentBot.Features.IncidentLog;
using IncidentBot.Features.Lifecycle;
using IncidentBot.Features.Meetings;
using IncidentBot.Features.PostMortems;
using IncidentBot.Features.Recurrence;
using IncidentBot.Features.Timelines;
using IncidentBot.Features.Trends;
using IncidentBot.Features.WriteUps;
using IncidentBot.Forms;
using IncidentBot.Jobs;
using IncidentBot.Operations;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack;
using IncidentBot.Slack.Endpoints;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.WebApi;
using IncidentBot.Starting;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IncidentBot;

/// <summary>Builds the service; <c>Program.cs</c>, the demo and the tests
/// start the same one, with the sandbox as Slack.
/// </summary>
internal static class IncidentBotHost
{
    public static WebApplication Build(WebApplicationBuilder builder, Action<IServiceCollection>? change = null)
    {
        QuietLogs.AddTo(builder.Configuration);
        SettingsCheck.ThrowIfWrong(builder.Configuration);
        var phase = new StartPhase();
        QuietLogs.LeaveStartFailuresToTheStarter(builder.Logging, phase);
        builder.WebHost.ConfigureKestrel(ServerLimits.Apply);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Readiness>();
        services.AddSingleton<Resilience>();
        services.AddFoundations(builder.Configuration);
        services.AddFeatures();
        services.AddSweeps(JobSchedule.Create());
        services.AddHostedService<WarmUp>();
        change?.Invoke(services);

        var app = builder.Build();
        SeverityLabels.Use(app.Services.GetRequiredService<IOptions<IncidentsOptions>>().Value.Labels);
        app.Lifetime.ApplicationStarted.Register(phase.End);
        UnknownSettings.Warn(app.Configuration, app.Logger);
        ZoneData.Warn(app.Logger);
        app.MapSlack();
        app.MapHealth();
        app.MapJobDashboard();
        return app;
    }

    private static void AddFoundations(this IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddStorage(configuration);
        services.AddOperations();
        services.AddInbox();
        services.AddOutbox();
        services.AddWorkspace(configuration);
        services.AddPeople();
        services.AddSlackApp(configuration);
        services.AddEffects();
        services.AddCards();
        services.AddForms();
        services.AddPostMortemViews();
    }

    private static void AddFeatures(this IServiceCollection services)
    {
        services.AddDeclare();
        services.AddLifecycle();
        services.AddChannels();
        services.AddTimelines();
        services.AddPostMortems();
        services.AddFacilitators();
        services.AddMeetings();
        services.AddBoard();
        services.AddCauses();
        services.AddRecurrence();
        services.AddHome();
        services.AddTrends();
        services.AddDigests();
        services.AddWriteUps();
        services.AddFollowUps();
        services.AddIncidentLog();
        services.AddActionItems();
        services.AddArchiving();
    }

    private static void AddSlackApp(this IServiceCollection services, ConfigurationManager configuration)
    {
        var options = configuration.GetSection(IncidentsOptions.Section).Get<IncidentsOptions>() ?? new IncidentsOptions();
        var verbs = SlackVerbs.Create();
        services.AddSingleton(verbs);

        // Outside an incident's channel, most words can be the title in a form that declares.
        services.AddSingleton(new FormCommands(command => options.PostMortemCommandNames.Contains(command.Command)
            ? verbs.WaitsInModal($"{PmVerb.Word} {command.Text}")
            : !ChannelName.IsIncidents(command.ChannelName) || verbs.WaitsInModal(command.Text)));
        foreach (var verb in verbs.Verbs)
        {
            services.TryAddScoped(verb.Handler);
        }

        services.AddTransient<RehearsedCalls>();
        services.AddHttpClient("slack").AddHttpMessageHandler<RehearsedCalls>();
        services.AddSlack(configuration.GetSection(SlackOptions.Section), SlackRoutes.Create(options));
        services.AddTransient<RepeatedCalls>();
        services.AddHttpClient(SlackHttp.ClientName).AddHttpMessageHandler<RepeatedCalls>();
        services.AddOptions<SlackRouterOptions>().Configure<Resilience>((router, resilience) =>
            router.Run = handle => resilience.Conflicts.ExecuteAsync(async _ => await handle()).AsTask());
    }
}
