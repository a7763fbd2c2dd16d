using IncidentBot.Slack.WebApi;

namespace IncidentBot.Workspace;

/// <summary>The channels that the bot is in, asked page by page ("users.conversations").</summary>
internal static class OwnConversations
{
    /// <summary>The first channel, not archived, that is meant; null when there is none or Slack did not answer.</summary>
    public static async Task<Conversation?> FindAsync(ISlackApi slack, Func<Conversation, bool> isMeant, CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var page = await slack.SendAsync(new UsersConversations { ExcludeArchived = true, Cursor = cursor }, cancellationToken);
            if (page.Ok && page.Value.Channels.FirstOrDefault(channel => !channel.IsArchived && isMeant(channel)) is { } found)
            {
                return found;
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return null;
    }
}
