using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.People;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.PostMortems;

/// <summary>Loads a post-mortem for people who may see the incident.</summary>
internal sealed class PostMortemViews(
    IncidentDb db, Access access, PeopleAround people, Replies replies, IOptions<IncidentsOptions> options)
{
    /// <summary>The post-mortem of an incident, which may be that of the incident that covers it, or why the person can't get it.</summary>
    public async Task<Result<PostMortemView>> FindAsync(PersonId person, int number, CancellationToken cancellationToken)
    {
        var incident = await CarrierAsync(person, await access.FindAsync(person, number, cancellationToken), cancellationToken);
        return incident.Ok ? await LoadForAsync(person, incident.Value, cancellationToken) : incident.Refusal;
    }

    /// <summary>The same for a button; null when the person was told why not.</summary>
    public async Task<PostMortemView?> FindOrReplyAsync(BlockActionRequest request, int number, CancellationToken cancellationToken)
    {
        var person = new PersonId(request.User.Id);
        var incident = await CarrierAsync(person, await access.FindAsync(request, number, cancellationToken), cancellationToken);
        var found = incident.Ok
            ? await LoadForAsync(person, incident.Value, cancellationToken)
            : incident.Refusal;
        if (!found.Ok)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(found.Refusal.Sentence), cancellationToken);
        }

        return found.Value;
    }

    /// <summary>The same without a check of access, for the service itself.</summary>
    public async Task<Result<PostMortemView>> LoadAsync(int number, CancellationToken cancellationToken) =>
        await LoadAsync(await db.Incidents.SingleAsync(incident => incident.Number == number, cancellationToken), cancellationToken);

    public async Task<Result<PostMortemView>> LoadAsync(Incident incident, CancellationToken cancellationToken)
    {
        var postMortem = await db.PostMortems.SingleOrDefaultAsync(each => each.IncidentNumber == incident.Number, cancellationToken);
        if (postMortem is null)
        {
            return NoPostMortem(incident);
        }

        var view = await DocumentAsync(incident, postMortem, cancellationToken);
        var debrief = await db.DebriefNotes.AsNoTracking().Where(note => note.IncidentNumber == incident.Number)
            .OrderBy(note => note.At).ThenBy(note => note.Id).ToListAsync(cancellationToken);
        List<int> together = [incident.Number, .. view.Covered.Select(each => each.Number)];
        var asked = await db.PreparationRequests.AsNoTracking().Where(request => together.Contains(request.IncidentNumber))
            .OrderBy(request => request.AskedAt).ThenBy(request => request.Person).ToListAsync(cancellationToken);
        var board = await db.Boards.AsNoTracking().SingleOrDefaultAsync(
            board => board.IncidentNumber == incident.Number, cancellationToken);
        var feedback = await db.MeetingFeedback.AsNoTracking().Where(each => each.IncidentNumber == incident.Number)
            .ToListAsync(cancellationToken);
        return view with
        {
            Causes = await db.CausesOfAsync(incident.Number, cancellationToken),
            Debrief = debrief,
            Asked = asked,
            Parked = ParkedPoint.All(postMortem, await db.ParkedQuestionsAsync(incident.Number, cancellationToken)),
            OnTheBoard = board?.Present ?? [],
            Feedback = feedback,
            Rights = await RightsAsync(incident, postMortem, cancellationToken),
        };
    }

    /// <summary>
    /// What a reminder needs: the incident and its post-mortem, and the document only where the reminder says how much of it is missing.
    /// </summary>
    /// <param name="number">The incident.</param>
    /// <param name="saysWhatIsMissing">Whether the reminder says that.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<Result<PostMortemView>> LoadForReminderAsync(
        int number, Func<PostMortem, bool> saysWhatIsMissing, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.SingleAsync(each => each.Number == number, cancellationToken);
        var postMortem = await db.PostMortems.SingleOrDefaultAsync(each => each.IncidentNumber == number, cancellationToken);
        return postMortem is null ? NoPostMortem(incident)
            : saysWhatIsMissing(postMortem) ? await DocumentAsync(incident, postMortem, cancellationToken)
            : new PostMortemView(incident, postMortem, [], []);
    }

    private async Task<Result<PostMortemView>> LoadForAsync(PersonId reader, Incident incident, CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(incident, cancellationToken);
        return loaded.Ok && await db.People.FindAsync([reader], cancellationToken) is { Zone: var zone }
            ? loaded.Value with { ReaderZone = zone }
            : loaded;
    }

    /// <summary>The incident whose post-mortem covers a found one, if the person may see that too.</summary>
    private async Task<Result<Incident>> CarrierAsync(PersonId person, Result<Incident> found, CancellationToken cancellationToken) =>
        found is { Ok: true, Value.CoveredBy: { } carrier } ? await access.FindAsync(person, carrier, cancellationToken) : found;

    /// <summary>A private incident was not private when it was linked: its texts are for its own members, so it is left out.</summary>
    private async Task<IReadOnlyList<Incident>> CoveredAsync(Incident incident, CancellationToken cancellationToken) =>
        incident.CoversOthers
            ? await db.Incidents.AsNoTracking().Where(IncidentVisibility.Listed).Where(each => each.CoveredBy == incident.Number)
                .OrderBy(each => each.Number).ToListAsync(cancellationToken)
            : [];

    /// <summary>The document: what is written, and what its checks need.</summary>
    private async Task<PostMortemView> DocumentAsync(Incident incident, PostMortem postMortem, CancellationToken cancellationToken)
    {
        var covered = await CoveredAsync(incident, cancellationToken);
        List<int> numbers = [incident.Number, .. covered.Select(each => each.Number)];
        var entries = await db.TimelineEntries.AsNoTracking()
            .Where(entry => numbers.Contains(entry.IncidentNumber)).ToListAsync(cancellationToken);
        var actions = await db.ActionItems.AsNoTracking()
            .Where(item => numbers.Contains(item.IncidentNumber))
            .OrderBy(item => item.CreatedAt).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        var kept = await db.KeptWordings.AsNoTracking()
            .Where(wording => numbers.Contains(wording.IncidentNumber)).OrderBy(wording => wording.At).ToListAsync(cancellationToken);
        var around = await people.OfAsync(incident, cancellationToken);
        return new PostMortemView(
            incident,
            postMortem,
            [.. entries.Where(entry => !entry.IsRemoved)],
            [.. actions.Where(item => item.State != ActionState.Dropped)])
        {
            Covered = covered,
            Around = around,
            Kept = kept,
            EditedElsewhere = LastEdits(entries, actions),
        };
    }

    /// <summary>The refusal to schedule or hold a post-mortem while its incident is open.</summary>
    public static Refusal OpenAgain(PostMortemView view) =>
        new($"Incident {view.Number} is open again. Resolve it before the post-mortem.");

    /// <summary>Without those who have left the workspace or the private channel; any member when no one else remains.</summary>
    private async Task<PostMortemRights> RightsAsync(Incident incident, PostMortem postMortem, CancellationToken cancellationToken)
    {
        PersonId?[] candidates =
            [incident.Lead, postMortem.Facilitator, incident.DeclaredBy, .. options.Value.AdminIds.Select(id => (PersonId?)id)];
        var ids = candidates.OfType<PersonId>().Distinct().ToList();
        var gone = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id) && person.IsDeactivated)
            .Select(person => person.Id).ToListAsync(cancellationToken);
        var here = ids.Where(id => !gone.Contains(id) && IncidentVisibility.Sees(id, incident)).ToHashSet();
        return new PostMortemRights(Here(incident.Lead), Here(postMortem.Facilitator), AnyMember: here.Count == 0)
        {
            Declarer = Here(incident.DeclaredBy),
        };

        PersonId? Here(PersonId? person) => person is { } id && here.Contains(id) ? id : null;
    }

    private static Dictionary<DocumentSection, DateTimeOffset> LastEdits(List<TimelineEntry> entries, List<ActionItem> actions)
    {
        var edits = new Dictionary<DocumentSection, DateTimeOffset>();
        if (entries.Count > 0)
        {
            edits[DocumentSection.Timeline] = entries.Max(entry => entry.EditedAt ?? entry.AddedAt);
        }

        if (actions.Count > 0)
        {
            edits[DocumentSection.Actions] = actions.Max(item => item.History.Select(change => change.At).Append(item.CreatedAt).Max());
        }

        return edits;
    }

    private static Refusal NoPostMortem(Incident incident) => new(incident.IsOpen
        ? $"Incident {incident.Number} is still open. Its post-mortem opens once the incident is resolved."
        : $"Incident {incident.Number} needs no post-mortem.");
}
