using IncidentBot.Features.PostMortems;
using IncidentBot.Lanes;
using IncidentBot.Operations;
using IncidentBot.Slack.WebApi;
using Microsoft.Extensions.Options;

namespace IncidentBot.Workspace;

/// <summary>
/// Asks Slack who we are, what we may, and where #incidents is: at the start until all is well, then from time to time and
/// whenever something says that it changed. What is missing stands as one sentence in /health/ready, in the log and in
/// <c>/incident help</c>. Nothing of this stops the start: only Slack knows it, and Slack may be down.
/// </summary>
internal sealed partial class WorkspaceCheck(
    ISlackApi slack, SlackWorkspace workspace, IOptions<IncidentsOptions> options, IOptions<PostMortemOptions> postMortems,
    Readiness readiness, ILogger<WorkspaceCheck> logger)
    : BackgroundService
{
    private const string Topic = "slack";
    private static readonly TimeSpan UntilWell = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WhenWell = TimeSpan.FromMinutes(10);

    private readonly CheckSignal _signal = new();
    private string? _told;

    /// <summary>Something says that it is not as it was: asks again at once.</summary>
    public void Soon() => _signal.Set();

    /// <summary>Asks once; null when all is well, else the sentence that says what to do.</summary>
    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        var sentence = await WhatIsMissingAsync(cancellationToken);
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

    public override void Dispose()
    {
        _signal.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var isWell = await CheckAsync(stoppingToken) is null;
            await _signal.WaitAsync(isWell ? WhenWell : UntilWell, stoppingToken);
        }
    }

    private async Task<string?> WhatIsMissingAsync(CancellationToken cancellationToken)
    {
        var identity = await slack.SendAsync(new AuthTest(), cancellationToken);
        if (!identity.Ok)
        {
            return identity.Kind is SlackErrorKind.AuthDead
                ? $"Slack does not accept the bot token ({identity.Error}). Set a valid Slack__BotToken and restart; what is to be sent waits for it."
                : $"Slack could not be reached ({identity.Error}).";
        }

        workspace.Learn(identity.Value.TeamId, identity.Value.Url, identity.Value.UserId, identity.Value.BotId);
        var name = options.Value.AnnouncementChannel;
        var (channel, answer) = await OwnConversations.FindAsync(slack, channel => channel.Name == name, cancellationToken);
        if (channel is not null)
        {
            workspace.AnnounceIn(channel.Id);
        }
        else if (answer.IsSilence)
        {
            return $"Slack could not be reached ({answer.Error}).";
        }

        NoteScopes(identity.TokenScopes);
        return channel is null ? $"The bot is not in #{name}. Invite it there, or set Incidents__AnnouncementChannel." : null;
    }

    /// <summary>
    /// Slack names the token's scopes with every answer. An app that was installed for an older version lacks some: that is
    /// said, and all that does not need them works.
    /// </summary>
    private void NoteScopes(IReadOnlyList<string> granted)
    {
        var missing = SlackManifest.ScopesFor(postMortems.Value.Canvas).Select(scope => scope.Scope).Except(granted).ToList();
        readiness.Note(
            "scopes",
            granted.Count == 0 || missing.Count == 0
                ? null
                : $"The app lacks the scopes {string.Join(", ", missing)}. Make its manifest again and reinstall it, as the README says; until then what needs them waits or is left out.");
    }

    private sealed class CheckSignal : WakeSignal;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Sentence}")]
        public static partial void NotYet(ILogger logger, string sentence);
    }
}
