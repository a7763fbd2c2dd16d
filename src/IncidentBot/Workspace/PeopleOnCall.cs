using System.Text.RegularExpressions;
using IncidentBot.Domain;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.WebApi;
using Microsoft.Extensions.Options;

namespace IncidentBot.Workspace;

/// <summary>Who is in a user group ("usergroups.users.list"), or Slack's answer that says why it is unknown.</summary>
internal sealed record GroupMembers(IReadOnlyList<PersonId> People, SlackResponse Answer);

/// <summary>Finds who is on call for a severity, from the user group in the settings; user groups are a paid feature.</summary>
internal sealed partial class PeopleOnCall(ISlackApi slack, IOptions<OnCallOptions> options)
{
    /// <summary>The group's id or handle; null when no one is called.</summary>
    public string? GroupFor(Severity severity) => options.Value.GroupFor(severity);

    public async Task<GroupMembers> FindAsync(string group, CancellationToken cancellationToken)
    {
        var id = group;
        if (!Id().IsMatch(group))
        {
            var groups = await slack.SendAsync(new UserGroupsList(), cancellationToken);
            if (!groups.Ok)
            {
                return new GroupMembers([], groups);
            }

            // An unknown or disabled handle is not listed; asking for it as an id yields Slack's own error.
            id = groups.Value.Usergroups.FirstOrDefault(
                known => string.Equals(known.Handle, group, StringComparison.OrdinalIgnoreCase))?.Id ?? group;
        }

        var members = await slack.SendAsync(new UserGroupsUsersList(id), cancellationToken);
        return new GroupMembers(members.Ok ? [.. members.Value.Users.Select(user => new PersonId(user))] : [], members);
    }

    [GeneratedRegex("^S[A-Z0-9]{6,}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
