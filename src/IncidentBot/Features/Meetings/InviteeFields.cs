using IncidentBot.Domain;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Meetings;

/// <summary>The people in the schedule form: a checklist on top, then a field for each part they played.</summary>
internal static class InviteeFields
{
    internal static class Blocks
    {
        public const string Responders = "attendees";
        public const string DiagnosedIt = "diagnosed_it";
        public const string ShippedTheChange = "shipped_the_change";
        public const string Teams = "teams";
        public const string CanCommit = "can_commit";
    }

    public static IEnumerable<Block> Render(MeetingForm form)
    {
        var parts = form.People.ToDictionary(participant => participant.Person, participant => participant.Parts);
        var incident = form.PostMortemView.Incident;
        yield return new SectionBlock(InviteeWords.Checklist(
            InviteeChecklist.Of(incident, form.PostMortemView.PostMortem.Facilitator, parts), form.People.Count));
        yield return PeopleField(
            Blocks.Responders,
            "Who responded?",
            IdsOf(parts, InviteeParts.Responder),
            "Plus anyone else who should be there. The facilitator is always invited.");
        yield return PersonField(Blocks.DiagnosedIt, "Who diagnosed it?", IdsOf(parts, InviteeParts.DiagnosedIt), null);
        yield return PersonField(
            Blocks.ShippedTheChange, "Who shipped the change (if any)?", IdsOf(parts, InviteeParts.ShippedTheChange), null);
        yield return PeopleField(
            Blocks.Teams, incident.AffectedTeam is { } team ? $"Who speaks for {team}?" : "Who speaks for other affected teams?",
            IdsOf(parts, InviteeParts.AffectedTeam), "One person per team.");
        yield return PersonField(
            Blocks.CanCommit, "Who can commit to actions?", IdsOf(parts, InviteeParts.CanCommit),
            "A manager or tech lead who can make time for actions.");
    }

    /// <summary>Everyone to invite, with all the parts they played: the submitted choice, merged with changes by others.</summary>
    /// <param name="chosen">The form as it was submitted.</param>
    /// <param name="shown">The form as it was opened.</param>
    /// <param name="postMortem">The current state.</param>
    public static IReadOnlyDictionary<PersonId, InviteeParts> Read(ViewState chosen, ViewState shown, PostMortem postMortem)
    {
        var before = Read(shown);
        var stored = postMortem.Meeting.Attendees.Count == 0 ? before : Participants.ChosenPeople(postMortem);
        return InviteeMerge.Of(before, Read(chosen), stored);
    }

    private static Dictionary<PersonId, InviteeParts> Read(ViewState state)
    {
        var parts = new Dictionary<PersonId, InviteeParts>();
        Add(parts, state.SelectedUsers(Blocks.Responders), InviteeParts.Responder);
        Add(parts, [state.SelectedUser(Blocks.DiagnosedIt)], InviteeParts.DiagnosedIt);
        Add(parts, [state.SelectedUser(Blocks.ShippedTheChange)], InviteeParts.ShippedTheChange);
        Add(parts, state.SelectedUsers(Blocks.Teams), InviteeParts.AffectedTeam);
        Add(parts, [state.SelectedUser(Blocks.CanCommit)], InviteeParts.CanCommit);
        return parts;
    }

    private static void Add(Dictionary<PersonId, InviteeParts> parts, IEnumerable<string?> users, InviteeParts part)
    {
        foreach (var person in users.OfType<string>().Select(user => new PersonId(user)))
        {
            parts[person] = parts.GetValueOrDefault(person) | part;
        }
    }

    private static List<string> IdsOf(Dictionary<PersonId, InviteeParts> parts, InviteeParts part) =>
        [.. parts.Where(pair => pair.Value.HasFlag(part)).Select(pair => pair.Key.Value)];

    private static InputBlock PeopleField(string block, string label, List<string> people, string hint) =>
        new(block, label, new MultiUsersSelect("value") { InitialUsers = people }) { Optional = true, Hint = hint };

    private static InputBlock PersonField(string block, string label, List<string> people, string? hint) =>
        new(block, label, new UsersSelect("value") { InitialUser = people is [var person, ..] ? person : null })
        {
            Optional = true,
            Hint = hint is null ? null : new PlainText(hint),
        };
}
