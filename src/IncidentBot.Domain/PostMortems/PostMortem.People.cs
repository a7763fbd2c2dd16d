using IncidentBot.Domain.Facilitators;

namespace IncidentBot.Domain.PostMortems;

/// <content>Who facilitates.</content>
public sealed partial class PostMortem
{
    /// <summary>
    /// Makes someone the facilitator: a volunteer, the lead's choice or a member of the pool. <see cref="FacilitatorChoice"/> warns when
    /// they were too involved.
    /// </summary>
    /// <param name="person">Who facilitates from now on; if they declined before, that no longer counts.</param>
    /// <param name="by">Who chose; the same person for a volunteer, null when the bot chose.</param>
    /// <param name="now">When, UTC.</param>
    public void AssignFacilitator(PersonId person, PersonId? by, DateTimeOffset now)
    {
        if (Facilitator == person)
        {
            return;
        }

        _declinedFacilitators.Remove(person);
        Facilitator = person;
        var volunteered = by == person ? ", who volunteered" : "";
        RecordAbout(person, by, now, $"facilitator: {person}{volunteered}", PostMortemPart.Facilitator);
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

    /// <summary>Removes the facilitator, whose account was deactivated.</summary>
    /// <param name="now">When, UTC.</param>
    public void RemoveDepartedFacilitator(DateTimeOffset now)
    {
        if (Facilitator is { } departed)
        {
            Facilitator = null;
            RecordAbout(departed, null, now, $"{departed} no longer facilitates: the account was deactivated", PostMortemPart.Facilitator);
        }
    }
}
