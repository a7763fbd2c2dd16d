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
    // The index answers both questions that are asked all the time: what waits, and what is before it in its lane.
    public static void MapLanes<TRow>(this EntityTypeBuilder<TRow> builder)
        where TRow : LaneRow
    {
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.State, row.Lane, row.Id });

        // Whoever worked longer than its lease must not record over whoever took the row meanwhile.
        builder.Property(row => row.LeasedUntil).IsConcurrencyToken();

        // Of two nodes that let a parked row go on, one does: it may be done before the other has saved.
        builder.Property(row => row.State).IsConcurrencyToken();
    }
}
