using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Time;
using IncidentBot.Domain.Timelines;
using IncidentBot.Features.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Web.SignIn;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Web.WriteUpPages;

/// <summary>
/// Collects what the page of an incident shows. It reads like Slack's surfaces: who may see it is one predicate, the texts are those of the
/// published version, and the timeline names people as the setting says. Reading a page invites no one to a channel.
/// </summary>
internal sealed class WriteUpPageSource(
    IncidentDb db, PostMortemViews views, WriteUpDetails details, SlackWorkspace workspace, TimeProvider time)
{
    /// <summary>Null for an incident that doesn't exist, and for one that the reader may not see.</summary>
    public async Task<WriteUpPageView?> FindAsync(PageReader reader, int number, CancellationToken cancellationToken)
    {
        if (await db.Incidents.Where(IncidentVisibility.SeenBy(reader.Id))
            .SingleOrDefaultAsync(each => each.Number == number, cancellationToken) is not { } incident)
        {
            return null;
        }

        var loaded = await views.LoadAsync(incident, cancellationToken);
        var page = loaded.Ok
            ? await OfPostMortemAsync(reader, loaded.Value, cancellationToken)
            : await OfIncidentAsync(reader, incident, cancellationToken);
        var channel = await db.Channels.AsNoTracking().SingleOrDefaultAsync(each => each.IncidentNumber == number, cancellationToken);
        return page with
        {
            Links = await LinksAsync(reader, incident, cancellationToken),
            Similar = await details.SimilarAsync(incident, cancellationToken),
            Channel = channel?.ChannelId is { } id ? $"{workspace.Url}archives/{id}" : null,
        };
    }

    private async Task<WriteUpPageView> OfIncidentAsync(PageReader reader, Incident incident, CancellationToken cancellationToken)
    {
        var entries = await db.TimelineEntries.AsNoTracking()
            .Where(entry => entry.IncidentNumber == incident.Number && !entry.IsRemoved).ToListAsync(cancellationToken);
        var timeline = await details.TimelineAsync(incident, entries, cancellationToken);
        return new WriteUpPageView(reader, incident, ChartModel.Of(incident, timeline, Gaps.Of(incident, entries)), timeline)
        {
            Names = await NamesAsync(incident.Roles.Select(holder => holder.Person), cancellationToken),
        };
    }

    private async Task<WriteUpPageView> OfPostMortemAsync(PageReader reader, PostMortemView view, CancellationToken cancellationToken)
    {
        var (document, versions) = await details.DocumentAsync(view, cancellationToken);
        var published = versions.Count > 0 ? PrintedDocument.Read(versions[0].Markdown) : null;
        var names = await NamesAsync(
            view.Incident.Roles.Select(holder => holder.Person).Concat(view.Actions.Select(item => item.Owner)), cancellationToken);
        return new WriteUpPageView(
            reader, view.Incident, ChartModel.Of(view.Incident, document.Timeline, document.Gaps), document.Timeline)
        {
            PostMortem = view.PostMortem,
            Published = published,
            Chain = ChainOf(view, versions),
            Versions = Lines(versions),
            Actions =
            [
                .. view.Actions.Select(item => new ActionLine(
                    item,
                    names.GetValueOrDefault(item.Owner) ?? item.Owner.Value,
                    !item.IsClosed && item.DueDate < Zones.DateIn(time.GetUtcNow(), Zones.Find(item.DueZone)))),
            ],
            Names = names,
            GapTitle = document.GapTitle,
            Readers = await db.WriteUpReaders.CountAsync(each => each.IncidentNumber == view.Number, cancellationToken),
        };
    }

    /// <summary>Not while it differs from what was published.</summary>
    private static Domain.WriteUps.WhyChain? ChainOf(PostMortemView view, IReadOnlyList<PublishedVersion> versions)
    {
        var chain = view.PostMortem.WriteUp.WhyChain;
        return versions.Count > 0 && chain.Whys.Count > 0
            && !(view.PostMortem.LastChangeOf(PostMortemPart.OfWhys(chain.Id))?.At > versions[0].At)
                ? chain
                : null;
    }

    private static IReadOnlyList<VersionLine> Lines(IReadOnlyList<PublishedVersion> versions) =>
    [
        .. versions.Select((version, place) => new VersionLine(
            version.Revision, version.At, version.Note, PublishedVersions.Differences(versions.ElementAtOrDefault(place + 1), version))),
    ];

    private async Task<IReadOnlyList<LinkLine>> LinksAsync(PageReader reader, Incident incident, CancellationToken cancellationToken)
    {
        var numbers = incident.Links.Select(link => link.Other).ToList();
        if (numbers.Count == 0)
        {
            return [];
        }

        var titles = await db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader.Id))
            .Where(each => numbers.Contains(each.Number))
            .ToDictionaryAsync(each => each.Number, each => each.Title, cancellationToken);
        return [.. incident.Links.Select(link => new LinkLine(link, titles.GetValueOrDefault(link.Other)))];
    }

    private async Task<IReadOnlyDictionary<PersonId, string>> NamesAsync(
        IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        var ids = people.Distinct().ToList();
        return await db.People.AsNoTracking().Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
    }
}

/// <summary>What the features around the write-up know.</summary>
internal sealed class WriteUpDetails(WriteUpSource source, PublishedVersions versions, IEarlierIncidents earlier)
{
    public async Task<(WriteUpDocument Document, IReadOnlyList<PublishedVersion> Versions)> DocumentAsync(
        PostMortemView view, CancellationToken cancellationToken) =>
        (await source.OfAsync(view, cancellationToken), await versions.AllAsync(view.Number, cancellationToken));

    public Task<IReadOnlyList<WriteUpLine>> TimelineAsync(
        Incident incident, IReadOnlyList<TimelineEntry> entries, CancellationToken cancellationToken) =>
        source.TimelineAsync(incident, entries, cancellationToken);

    public Task<IReadOnlyList<EarlierIncident>> SimilarAsync(Incident incident, CancellationToken cancellationToken) =>
        earlier.LikeAsync(incident, cancellationToken);
}
