using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Troubles;

/// <summary>What happens to people's accounts; each is told to the app as user_change.</summary>
internal sealed partial class WorkspaceTroubles
{
    /// <summary>The account is closed: nobody can write to this person or bring them in.</summary>
    public void Deactivate(string person) => Change(
        person, "deactivated", "is deactivated", user => user with { IsDeactivated = true }, user => user with { IsDeactivated = false });

    public void Reactivate(string person) => End($"deactivated-{IdOf(person)}");

    /// <summary>A guest is brought into channels by administrators only: user_is_restricted.</summary>
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
