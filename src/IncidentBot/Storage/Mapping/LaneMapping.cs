using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox");
        builder.MapLanes();
        builder.Property(row => row.IsHeld).HasDefaultValue(false).ValueGeneratedNever();
        builder.HasIndex(row => row.Key).IsUnique();
    }
}

internal sealed class InboxMapping : IEntityTypeConfiguration<InboxRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> builder)
    {
        builder.ToTable("inbox");
        builder.MapLanes();
        builder.HasIndex(row => row.EventId).IsUnique();
    }
}

internal sealed class SlackLimitMapping : IEntityTypeConfiguration<SlackLimit>
{
    public void Configure(EntityTypeBuilder<SlackLimit> builder)
    {
        builder.ToTable("slack_limits");
        builder.HasKey(limit => limit.Name);
    }
}

file static class LaneColumns
{
    // The index answers the two frequent questions: what is waiting, and what is before it in its lane.
    public static void MapLanes<TRow>(this EntityTypeBuilder<TRow> builder)
        where TRow : LaneRow
    {
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.State, row.Lane, row.Id });

        // A node whose lease has expired must not overwrite the result of the node that took over the row.
        builder.Property(row => row.LeasedUntil).IsConcurrencyToken();

        // When two nodes release a parked row, only one does: it may already be done when the other saves.
        builder.Property(row => row.State).IsConcurrencyToken();
    }
}
