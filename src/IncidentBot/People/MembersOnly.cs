using IncidentBot.Domain;
using IncidentBot.Operations;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.People;

/// <summary>
/// The one check at the entrance: commands, buttons, shortcuts, forms and menus are for members of the workspace. What guests and people
/// of other organisations write, react and pin arrives as events and is kept like everyone's.
/// </summary>
internal sealed class MembersOnly(IncidentDb db, PeopleDirectory people, OwnTeam ownTeam, ActingPlace place) : ISlackGuard
{
    /// <summary>The answer to guests and to people of other organisations, wherever they ask.</summary>
    public const string GuestRefusal =
        "Only members of this workspace can use buttons and commands. You can still write and react, or ask a member.";

    /// <summary>The answer to closed accounts, and to anyone while Slack doesn't say who they are.</summary>
    public const string UnknownRefusal = "Slack isn't telling me who you are. Please try again in a minute.";

    public async Task<string?> RefuseAsync(SlackActor actor, CancellationToken cancellationToken)
    {
        place.Set(actor);
        var standing = await StandingOfAsync(actor, cancellationToken);
        if (RehearsedCalls.IsUnderWay)
        {
            return null;
        }

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return RefusalFor(standing);
    }

    public async Task<bool?> IsForUsAsync(IReadOnlyList<string> teams, CancellationToken cancellationToken) =>
        await ownTeam.FindAsync(cancellationToken) is { } ours ? teams.Contains(ours) : null;

    /// <summary>Null for members.</summary>
    public static string? RefusalFor(Standing standing) => standing switch
    {
        Standing.Member => null,
        Standing.Guest or Standing.Outsider => GuestRefusal,
        _ => UnknownRefusal,
    };

    private async Task<Standing> StandingOfAsync(SlackActor actor, CancellationToken cancellationToken) =>
        await ownTeam.FindAsync(cancellationToken) is not { } ours ? Standing.Unknown
        : actor.Teams.Any(team => team != ours) ? Standing.Outsider
        : await people.StandingOfAsync(new PersonId(actor.UserId), cancellationToken);
}
