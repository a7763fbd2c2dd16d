using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>An action item with its post-mortem, and the rights of the person who says whether it worked.</summary>
internal sealed record ItemUnderReview(PostMortemView PostMortemView, ActionItem Item, ActionItemRights Rights);

/// <summary>Saves whether an action worked, and reopens the structural gap when needed.</summary>
internal sealed class EffectivenessAnswers(IncidentDb db, PostMortemViews views, ReopenedGap gap, TimeProvider time)
{
    public async Task<Result<ItemUnderReview>> FindAsync(PersonId person, Guid id, CancellationToken cancellationToken)
    {
        if (await db.ActionItems.SingleOrDefaultAsync(item => item.Id == id, cancellationToken) is not { } item)
        {
            return new Refusal(ActionWords.Gone);
        }

        var found = await views.FindAsync(person, item.IncidentNumber, cancellationToken);
        return found.Ok
            ? new ItemUnderReview(found.Value, item, await RightsAsync(found.Value, item, person, cancellationToken))
            : found.Refusal;
    }

    /// <summary>A repeated answer changes nothing.</summary>
    public async Task<Result> SaveAsync(
        ItemUnderReview reviewed, EffectivenessVerdict verdict, string? missing, int seen, PersonId by, CancellationToken cancellationToken)
    {
        var (view, item, rights) = reviewed;
        var (before, now) = (item.TimesJudged, time.GetUtcNow());
        var answered = item.GiveVerdict(verdict, missing, seen, by, rights, now);
        if (!answered.Ok || item.TimesJudged == before)
        {
            return answered;
        }

        view.PostMortem.Reviews.ApplyVerdict(item, now);
        if (view.PostMortem.Reviews.ReopenReasonOf(item) is { } cause)
        {
            await gap.PostAsync(view, cause, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return answered;
    }

    /// <summary>Someone who was asked in place of an owner who left may answer too.</summary>
    private async Task<ActionItemRights> RightsAsync(
        PostMortemView view, ActionItem item, PersonId person, CancellationToken cancellationToken)
    {
        var rights = ActionItemRights.Of(view.Incident.Lead, view.PostMortem.Facilitator, view.Incident.DeclaredBy);
        var isAsked = view.Incident.DeclaredBy == person && await db.ActionNotices.AnyAsync(
            notice => notice.ActionItemId == item.Id && notice.Reader == person && notice.Kind == NoticeKind.Effect, cancellationToken);
        return isAsked ? rights with { StandIn = person } : rights;
    }
}
