using IncidentBot.Storage;

namespace IncidentBot.Workspace;

/// <summary>
/// Asks Slack about the workspace at the start until everything is in order, then from time to time and whenever there is doubt. What is
/// missing appears as one sentence in /health/ready, in the log and in <c>/incident help</c>. It never stops the start:
/// only Slack knows, and Slack may be down.
/// </summary>
internal sealed partial class WorkspaceCheck(
    WorkspaceQuestions questions, WorkspaceDoubt doubt, Readiness readiness, ILogger<WorkspaceCheck> logger) : BackgroundService
{
    private const string Topic = "slack";
    private static readonly TimeSpan UntilWell = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WhenWell = TimeSpan.FromMinutes(10);

    private string? _told;

    /// <summary>Asks once; null when everything is in order, otherwise a sentence that says what to do.</summary>
    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        var findings = await questions.AskAsync(cancellationToken);
        readiness.Note("scopes", findings.Scopes);
        if (findings.IsWorkspaceKnown)
        {
            readiness.KnowWorkspace();
        }

        var sentence = findings.Missing;
        if (sentence is null)
        {
            readiness.Fulfil(Topic);
        }
        else
        {
            readiness.Miss(Topic, sentence);
            if (sentence != _told)
            {
                Log.NotYet(logger, sentence);
            }
        }

        _told = sentence;
        return sentence;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.StorageIsReadyAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var isWell = await CheckAsync(stoppingToken) is null;
            await doubt.WaitAsync(isWell ? WhenWell : UntilWell, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Sentence}")]
        public static partial void NotYet(ILogger logger, string sentence);
    }
}
