using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Failures;

/// <summary>Changes to people's accounts; the app receives user_change for each.</summary>
internal sealed partial class WorkspaceFailures
{
    /// <summary>Closes the account: no one can write to this person or invite them.</summary>
    public void Deactivate(string person) => Change(
        person, "deactivated", "is deactivated", user => user with { IsDeactivated = true }, user => user with { IsDeactivated = false });

    public void Reactivate(string person) => End($"deactivated-{IdOf(person)}");

    /// <summary>Only administrators can invite a guest to channels: user_is_restricted.</summary>
    public void MakeGuest(string person) => Change(
        person, "guest", "is a guest", user => user with { IsGuest = true }, user => user with { IsGuest = false });

    public void MakeMember(string person) => End($"guest-{IdOf(person)}");

    private void Change(string person, string id, string what, Func<User, User> begin, Func<User, User> end)
    {
        var user = workspace.As(person).User.Id;
        Begin(
            $"{id}-{user}",
            $"{workspace.Users.NameOf(user)} {what}",
            () => workspace.Users.Update(begin(workspace.Users.ById(user)!)),
            () => workspace.Users.Update(end(workspace.Users.ById(user)!)));
    }

    private string IdOf(string person) => workspace.As(person).User.Id;
}
