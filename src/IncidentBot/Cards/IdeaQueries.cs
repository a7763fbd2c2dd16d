using IncidentBot.Domain.ActionItems;
using IncidentBot.Storage;

namespace IncidentBot.Cards;

/// <summary>The ideas of an incident, as several cards show them.</summary>
internal static class IdeaQueries
{
    /// <summary>The ideas that can still become action items, whether collected or parked; oldest first.</summary>
    public static IQueryable<ActionIdea> OpenIdeas(this IncidentDb db, int incidentNumber) => db.ActionIdeas
        .Where(idea => idea.IncidentNumber == incidentNumber && (idea.State == IdeaState.Collected || idea.State == IdeaState.Parked))
        .OrderBy(idea => idea.CreatedAt).ThenBy(idea => idea.Id);
}
