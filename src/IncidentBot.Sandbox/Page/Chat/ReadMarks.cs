using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Page.Chat;

/// <summary>What each person has read in this tab; messages older than the tab count as read.</summary>
internal sealed class ReadMarks(Workspace workspace)
{
    private readonly string opened = workspace.Messages.NextTs("");
    private readonly Dictionary<(string User, string Channel), string> last = [];

    public bool HasUnread(string user, string channel)
    {
        var mark = last.GetValueOrDefault((user, channel), opened);
        return workspace.Messages.In(channel).Any(
            m => !m.IsReply && !m.IsEphemeral && m.User != user && string.CompareOrdinal(m.Ts, mark) > 0);
    }

    public void Read(string user, string channel)
    {
        if (workspace.Messages.In(channel) is [.., var newest])
        {
            last[(user, channel)] = string.CompareOrdinal(newest.Ts, opened) > 0 ? newest.Ts : opened;
        }
    }
}
