using IncidentBot.Domain.Timelines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class TimelineEntryMapping : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("timeline_entries");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Version).IsConcurrencyToken();
        builder.Property(entry => entry.EarlierTexts).AsJson();
        builder.Property(entry => entry.Files).AsJson().HasDefaultValueSql("'[]'").ValueGeneratedNever();
        builder.HasIndex(entry => new { entry.IncidentNumber, entry.At });

        // One entry for each message, even after two reactions, or a reaction and a pin. NULLs do not collide.
        builder.HasIndex(entry => new { entry.Channel, entry.Ts }).IsUnique();
    }
}

internal sealed class ChannelMessageMapping : IEntityTypeConfiguration<ChannelMessage>
{
    public void Configure(EntityTypeBuilder<ChannelMessage> builder)
    {
        builder.ToTable("channel_messages");
        builder.HasKey(message => new { message.Channel, message.Ts });
        builder.Property(message => message.Version).IsConcurrencyToken();
        builder.Property(message => message.Versions).AsJson();
        builder.Property(message => message.Files).AsJson();
    }
}
