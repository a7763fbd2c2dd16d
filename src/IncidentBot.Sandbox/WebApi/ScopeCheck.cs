using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>The scopes that would allow a call: of a method's scopes, those for the conversation's kind.</summary>
internal sealed class ScopeCheck(Workspace workspace)
{
    private static readonly string[] Families = ["channels:", "groups:", "im:"];

    public void Require(ApiMethod method, ApiArguments arguments)
    {
        var needed = Needed(method, arguments);
        if (needed.Length > 0 && !needed.Any(workspace.Installation.Has))
        {
            throw ApiRefusal.MissingScope(needed, workspace.Installation.Scopes);
        }
    }

    private string[] Needed(ApiMethod method, ApiArguments arguments)
    {
        if (FamilyOf(method, arguments) is not { } family)
        {
            return method.Scopes;
        }

        var fitting = method.Scopes
            .Where(s => s.StartsWith(family, StringComparison.Ordinal) || !Families.Any(f => s.StartsWith(f, StringComparison.Ordinal)))
            .ToArray();
        return fitting.Length == 0 ? method.Scopes : fitting;
    }

    private string? FamilyOf(ApiMethod method, ApiArguments arguments)
    {
        if (method.Name == "conversations.create")
        {
            return arguments.Flag("is_private") ? "groups:" : "channels:";
        }

        return workspace.Channels.ById(arguments.Text("channel")) switch
        {
            null => null,
            { IsDm: true } => "im:",
            { IsPrivate: true } => "groups:",
            _ => "channels:",
        };
    }
}
