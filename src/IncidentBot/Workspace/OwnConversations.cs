using IncidentBot.Slack.WebApi;

namespace IncidentBot.Workspace;

/// <summary>The wanted channel, null when there is none, and Slack's last answer, which says whether the search succeeded.</summary>
internal sealed record Sought(Conversation? Channel, SlackResponse Answer);

/// <summary>The channels that the bot is in, asked page by page ("users.conversations").</summary>
internal static class OwnConversations
{
    /// <summary>The first matching channel that is not archived.</summary>
    public static async Task<Sought> FindAsync(ISlackApi slack, Func<Conversation, bool> isMeant, CancellationToken cancellationToken)
    {
        string? cursor = null;
        SlackResponse<ConversationListResponse> page;
        do
        {
            page = await slack.SendAsync(new UsersConversations { ExcludeArchived = true, Cursor = cursor }, cancellationToken);
            if (page.Ok && page.Value.Channels.FirstOrDefault(channel => !channel.IsArchived && isMeant(channel)) is { } found)
            {
                return new(found, page);
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return new(null, page);
    }
}
