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
    public const string Sentence =
        "Only members of this workspace can use buttons and commands; you can write, react and ask a member.";

    /// <summary>The answer while Slack does not say who someone is, and to accounts that are closed.</summary>
    public const string Unknown = "Slack isn't telling me who you are, so I can't do this; please try again in a minute.";

    public async Task<string?> RefuseAsync(SlackActor actor, CancellationToken cancellationToken)
    {
        place.Be(actor);
        var standing = await StandingOfAsync(actor, cancellationToken);
        if (RehearsedCalls.IsUnderWay)
        {
            return null;
        }

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return SentenceFor(standing);
    }

    public async Task<bool?> IsForUsAsync(IReadOnlyList<string> teams, CancellationToken cancellationToken) =>
        await ownTeam.FindAsync(cancellationToken) is { } ours ? teams.Contains(ours) : null;

    /// <summary>Null for members.</summary>
    public static string? SentenceFor(Standing standing) => standing switch
    {
        Standing.Member => null,
        Standing.Guest or Standing.Outsider => Sentence,
        _ => Unknown,
    };

    private async Task<Standing> StandingOfAsync(SlackActor actor, CancellationToken cancellationToken) =>
        await ownTeam.FindAsync(cancellationToken) is not { } ours ? Standing.Unknown
        : actor.Teams.Any(team => team != ours) ? Standing.Outsider
        : await people.StandingOfAsync(new PersonId(actor.UserId), cancellationToken);
}
