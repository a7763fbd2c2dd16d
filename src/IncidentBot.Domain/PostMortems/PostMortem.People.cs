using IncidentBot.Domain.Facilitators;

namespace IncidentBot.Domain.PostMortems;

/// <content>Who facilitates.</content>
public sealed partial class PostMortem
{
    /// <summary>
    /// Someone volunteers, is picked by the lead or comes from the pool. <see cref="FacilitatorChoice"/> warns when they were too close.
    /// </summary>
    /// <param name="person">Who facilitates from now on; an earlier "not me" of theirs is forgotten.</param>
    /// <param name="by">Who chose; the same person for a volunteer, null for a draw.</param>
    /// <param name="now">When, UTC.</param>
    public void AssignFacilitator(PersonId person, PersonId? by, DateTimeOffset now)
    {
        if (Facilitator == person)
        {
            return;
        }

        _declinedFacilitators.Remove(person);
        Facilitator = person;
        Record(by, now, by == person ? $"facilitator: {person}, who volunteered" : $"facilitator: {person}", PostMortemPart.Facilitator);
    }

    /// <summary>"Not me": the person is not asked again for this incident and, if they facilitate, stops.</summary>
    /// <param name="person">Who declines.</param>
    /// <param name="now">When, UTC.</param>
    public void DeclineFacilitating(PersonId person, DateTimeOffset now)
    {
        if (_declinedFacilitators.Contains(person))
        {
            return;
        }

        _declinedFacilitators.Add(person);
        Facilitator = Facilitator == person ? null : Facilitator;
        Record(person, now, "declined to facilitate", PostMortemPart.Facilitator);
    }

    /// <summary>The facilitator's account was deactivated; someone else is needed.</summary>
    /// <param name="now">When, UTC.</param>
    public void FacilitatorLeft(DateTimeOffset now)
    {
        if (Facilitator is { } left)
        {
            Facilitator = null;
            Record(null, now, $"{left}, who facilitated, is no longer here", PostMortemPart.Facilitator);
        }
    }
}
