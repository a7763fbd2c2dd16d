using IncidentBot.Operations;
using IncidentBot.Slack.WebApi;
using Microsoft.Extensions.Options;

namespace IncidentBot.Workspace;

/// <summary>
/// Asks Slack who we are and where #incidents is, until it answers; what is missing stands in /health/ready and in the log
/// as one sentence. Nothing of this stops the start: only Slack knows it, and Slack may be down.
/// </summary>
internal sealed partial class WorkspaceCheck(
    ISlackApi slack, SlackWorkspace workspace, IOptions<IncidentsOptions> options, Readiness readiness, TimeProvider time, ILogger<WorkspaceCheck> logger)
    : BackgroundService
{
    private const string Topic = "slack";
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    /// <summary>Asks once; null when all is well, else the sentence that says what to do.</summary>
    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        var identity = await slack.SendAsync(new AuthTest(), cancellationToken);
        if (!identity.Ok)
        {
            return identity.Kind is SlackErrorKind.AuthDead
                ? $"Slack does not accept the bot token ({identity.Error}). Check Slack__BotToken."
                : $"Slack could not be reached ({identity.Error}).";
        }

        workspace.Learn(identity.Value.TeamId, identity.Value.Url, identity.Value.UserId, identity.Value.BotId);
        var name = options.Value.AnnouncementChannel;
        var sought = await OwnConversations.FindAsync(slack, channel => channel.Name == name, cancellationToken);
        if (sought.Channel is not { } channel)
        {
            return $"The bot is not in #{name}. Invite it there, or set Incidents__AnnouncementChannel.";
        }

        workspace.AnnounceIn(channel.Id);
        return null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string? told = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var sentence = await CheckAsync(stoppingToken);
            if (sentence is null)
            {
                readiness.Fulfil(Topic);
                return;
            }

            readiness.Miss(Topic, sentence);
            if (sentence != told)
            {
                Log.NotYet(logger, sentence);
                told = sentence;
            }

            await Task.Delay(Between, time, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Sentence}")]
        public static partial void NotYet(ILogger logger, string sentence);
    }
}
