using IncidentBot.Slack.WebApi;
using Microsoft.Extensions.Options;

namespace IncidentBot.Workspace;

/// <summary>What Slack answered.</summary>
/// <param name="Missing">What is wrong, as a sentence that says what to do; null when nothing is.</param>
/// <param name="Scopes">Which scopes the app lacks, as a sentence; null when it has them all or Slack did not say.</param>
internal sealed record WorkspaceFindings(string? Missing, string? Scopes = null)
{
    /// <summary>Whether Slack said who we are and where #incidents is, or that it is nowhere.</summary>
    public bool IsWorkspaceKnown { get; init; }
}

/// <summary>Asks Slack who we are, what we may, and where #incidents is.</summary>
internal sealed class WorkspaceQuestions(
    ISlackApi slack,
    SlackWorkspace workspace,
    OwnTeam ownTeam,
    IOptions<IncidentsOptions> incidents,
    IOptions<PostMortemOptions> postMortems)
{
    public async Task<WorkspaceFindings> AskAsync(CancellationToken cancellationToken)
    {
        var identity = await slack.SendAsync(new AuthTest(), cancellationToken);
        if (!identity.Ok)
        {
            return new(identity.Kind is SlackErrorKind.AuthDead
                ? $"Slack does not accept the bot token ({identity.Error}). Set a valid Slack__BotToken and restart; until then "
                    + $"nothing is sent, and nothing is lost."
                : Unreachable(identity));
        }

        workspace.Learn(identity.Value.TeamId, identity.Value.Url, identity.Value.UserId, identity.Value.BotId);
        await ownTeam.KeepAsync(identity.Value.TeamId, cancellationToken);
        var name = incidents.Value.AnnouncementChannel;
        var (channel, answer) = await OwnConversations.FindAsync(slack, channel => channel.Name == name, cancellationToken);
        if (channel is not null)
        {
            workspace.AnnounceIn(channel.Id);
        }
        else if (answer.IsSilence)
        {
            return new(Unreachable(answer));
        }

        return new(
            channel is null ? $"The bot is not in #{name}. Invite it there, or set Incidents__AnnouncementChannel." : null,
            MissingScopes(identity.TokenScopes))
        {
            IsWorkspaceKnown = true,
        };
    }

    private static string Unreachable(SlackResponse answer) => $"Slack could not be reached ({answer.Error}).";

    /// <summary>
    /// Slack lists the token's scopes with every answer. An app that was installed for an older version may lack some; calls that need
    /// them wait or are skipped, and everything else works.
    /// </summary>
    private string? MissingScopes(IReadOnlyList<string> granted)
    {
        var missing = SlackManifest.ScopesFor(postMortems.Value.Canvas).Select(scope => scope.Scope).Except(granted).ToList();
        return granted.Count == 0 || missing.Count == 0
            ? null
            : $"The app lacks the scopes {string.Join(", ", missing)}. Create the manifest again and reinstall the app, as the README "
                + $"describes; until then, calls that need these scopes wait or are skipped.";
    }
}
