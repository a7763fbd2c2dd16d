using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class IncidentChannelMapping : IEntityTypeConfiguration<IncidentChannel>
{
    public void Configure(EntityTypeBuilder<IncidentChannel> builder)
    {
        builder.ToTable("incident_channels");
        builder.HasKey(channel => channel.IncidentNumber);
        builder.Property(channel => channel.IncidentNumber).ValueGeneratedNever();
        builder.Property(channel => channel.IsBotOut).HasDefaultValue(false).ValueGeneratedNever();
        builder.Property(channel => channel.ArchiveOffers).HasDefaultValue(0).ValueGeneratedNever();

        // Not unique, because two incidents may borrow the same channel.
        builder.Property(channel => channel.OwnId).HasColumnName("channel_id");
        builder.HasIndex(channel => channel.OwnId).IsUnique();
        builder.HasIndex(channel => channel.BorrowedId);

        // The default is for rows that are older than the column.
        builder.Property(channel => channel.Called).AsJson().HasDefaultValueSql("'[]'").ValueGeneratedNever();
        builder.Ignore(channel => channel.IsBorrowed);
        builder.Ignore(channel => channel.ChannelId);
    }
}

internal sealed class MovedChannelMapping : IEntityTypeConfiguration<MovedChannel>
{
    public void Configure(EntityTypeBuilder<MovedChannel> builder)
    {
        builder.ToTable("moved_channels");
        builder.HasKey(channel => channel.OldId);
    }
}

internal sealed class BotMessageMapping : IEntityTypeConfiguration<BotMessage>
{
    public void Configure(EntityTypeBuilder<BotMessage> builder)
    {
        builder.ToTable("bot_messages");
        builder.HasKey(message => message.Name);
    }
}
