using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.PostMortems.FollowingUp;

/// <summary>An action with its post-mortem, for somebody who says whether it worked.</summary>
internal sealed record JudgedItem(Dossier Dossier, ActionItem Item, ActionItemRights Rights);

/// <summary>Keeps whether an action worked, and what follows from it.</summary>
internal sealed class Verdicts(IncidentDb db, Dossiers dossiers, ReopenedGap gap, TimeProvider time)
{
    public async Task<Result<JudgedItem>> FindAsync(PersonId person, Guid id, CancellationToken cancellationToken)
    {
        if (await db.ActionItems.SingleOrDefaultAsync(item => item.Id == id, cancellationToken) is not { } item)
        {
            return new Refusal("That action item is no longer there.");
        }

        var found = await dossiers.FindAsync(person, item.IncidentNumber, cancellationToken);
        return found.Ok ? new JudgedItem(found.Value, item, await RightsAsync(found.Value, item, person, cancellationToken)) : found.Refusal;
    }

    /// <summary>Nothing that was answered already is done twice; saves.</summary>
    public async Task<Result> GiveAsync(JudgedItem judged, ActionVerdict verdict, string? missing, int seen, PersonId by, CancellationToken cancellationToken)
    {
        var (dossier, item, rights) = judged;
        var (times, now) = (item.TimesJudged, time.GetUtcNow());
        var given = item.Judge(verdict, missing, seen, by, rights, now);
        if (!given.Ok || item.TimesJudged == times)
        {
            return given;
        }

        dossier.PostMortem.TakeVerdict(item, now);
        if (dossier.PostMortem.CauseOf(item) is { } cause)
        {
            await gap.SayAsync(dossier, cause, now, cancellationToken);
        }

        await db.RefreshItemAsync(item, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return given;
    }

    /// <summary>Whoever was asked in place of an owner who left may answer, too.</summary>
    private async Task<ActionItemRights> RightsAsync(Dossier dossier, ActionItem item, PersonId person, CancellationToken cancellationToken)
    {
        var rights = ActionItemRights.Of(dossier.Incident.Lead, dossier.PostMortem.Facilitator, dossier.Incident.DeclaredBy);
        var isAsked = dossier.Incident.DeclaredBy == person && await db.ActionNotices.AnyAsync(
            notice => notice.ActionItemId == item.Id && notice.Reader == person && notice.Kind == NoticeKind.Effect, cancellationToken);
        return isAsked ? rights with { StandIn = person } : rights;
    }
}
