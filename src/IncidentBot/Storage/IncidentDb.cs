using System.Data;
using System.Text.Json;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Debriefs;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.NearMisses;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Preparation;
using IncidentBot.Domain.Recurrence;
using IncidentBot.Domain.Subscriptions;
using IncidentBot.Domain.Timelines;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IncidentBot.Storage;

/// <summary>
/// The one database. Every write goes through the gate; a commit that leaves something for Slack wakes the dispatcher.
/// </summary>
internal sealed class IncidentDb(
    DbContextOptions<IncidentDb> options, WriteGate gate, OutboxSignal outboxSignal, IEnumerable<ISaveFollowUp>? followUps = null)
    : DbContext(options)
{
    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<TimelineEntry> TimelineEntries => Set<TimelineEntry>();

    public DbSet<ChannelMessage> ChannelMessages => Set<ChannelMessage>();

    public DbSet<PostMortem> PostMortems => Set<PostMortem>();

    public DbSet<PoolMember> FacilitatorPool => Set<PoolMember>();

    public DbSet<FacilitatorRequest> FacilitatorRequests => Set<FacilitatorRequest>();

    public DbSet<DebriefNote> DebriefNotes => Set<DebriefNote>();

    public DbSet<PreparationRequest> PreparationRequests => Set<PreparationRequest>();

    public DbSet<MeetingFeedback> MeetingFeedback => Set<MeetingFeedback>();

    public DbSet<MeetingBoard> Boards => Set<MeetingBoard>();

    public DbSet<AcceptedWording> KeptWordings => Set<AcceptedWording>();

    public DbSet<CauseClass> CauseClasses => Set<CauseClass>();

    public DbSet<GapCause> GapCauses => Set<GapCause>();

    public DbSet<NearMiss> NearMisses => Set<NearMiss>();

    public DbSet<StructuralInvestigation> Investigations => Set<StructuralInvestigation>();

    public DbSet<ActionItem> ActionItems => Set<ActionItem>();

    public DbSet<ActionIdea> ActionIdeas => Set<ActionIdea>();

    public DbSet<ActionNotice> ActionNotices => Set<ActionNotice>();

    public DbSet<ReminderLine> ReminderLines => Set<ReminderLine>();

    public DbSet<ServiceSubscription> ServiceSubscriptions => Set<ServiceSubscription>();

    public DbSet<ServiceNotice> ServiceNotices => Set<ServiceNotice>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<OwnWorkspace> OwnWorkspace => Set<OwnWorkspace>();

    public DbSet<HandledRequest> HandledRequests => Set<HandledRequest>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<SlackLimit> SlackLimits => Set<SlackLimit>();

    public DbSet<IncidentChannel> Channels => Set<IncidentChannel>();

    public DbSet<MovedChannel> MovedChannels => Set<MovedChannel>();

    public DbSet<BotMessage> BotMessages => Set<BotMessage>();

    public DbSet<PublishedVersion> PublishedVersions => Set<PublishedVersion>();

    public DbSet<WriteUpReader> WriteUpReaders => Set<WriteUpReader>();

    public DbSet<SearchRow> SearchRows => Set<SearchRow>();

    public DbSet<SearchPosting> SearchPostings => Set<SearchPosting>();

    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    public DbSet<StaleSearch> StaleSearches => Set<StaleSearch>();

    public DbSet<StaleNearMiss> StaleNearMisses => Set<StaleNearMiss>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            await FollowUpAsync(cancellationToken);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        bool wakes;
        int written;
        using (await gate.EnterAsync(cancellationToken))
        {
            wakes = await FollowUpAsync(cancellationToken);
            written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        if (wakes)
        {
            outboxSignal.Set();
        }

        return written;
    }

    /// <summary>Runs several saves, or updates without entities, in one transaction behind the gate.</summary>
    public async Task InTransactionAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var transaction = await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            await work();
            await transaction.CommitAsync(cancellationToken);
        }

        outboxSignal.Set();
    }

    /// <summary>Does the work and rolls it back, so that first-time costs are paid and nothing is kept.</summary>
    public async Task RehearseAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var transaction = await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            await work();
            await transaction.RollbackAsync(cancellationToken);
        }
    }

    /// <summary>One statement without entities, behind the gate.</summary>
    public async Task WithTurnAsync(Func<Task> statement, CancellationToken cancellationToken)
    {
        using (await gate.EnterAsync(cancellationToken))
        {
            await statement();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();
        configurationBuilder.Properties<Domain.PersonId>().HaveConversion<PersonIdConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(IncidentDb).Assembly);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }

    /// <summary>Adds what Slack is to show because of this save; true when the save leaves something to send.</summary>
    private async Task<bool> FollowUpAsync(CancellationToken cancellationToken)
    {
        List<EntityEntry> tracked = [.. ChangeTracker.Entries()];
        var wakes = false;
        foreach (var followUp in followUps ?? [])
        {
            var following = await followUp.FindAsync(this, tracked, cancellationToken);
            Outbox.AddRange(following);
            wakes |= following.Count > 0;
        }

        return wakes
            || tracked.Exists(entry => entry is { Entity: OutboxRow, State: EntityState.Added or EntityState.Modified });
    }
}
