using IncidentBot.Domain.ActionItems;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class ActionItemMapping : IEntityTypeConfiguration<ActionItem>
{
    public void Configure(EntityTypeBuilder<ActionItem> builder)
    {
        builder.ToTable("action_items");
        builder.HasKey(item => item.Id);
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Property(item => item.Helpers).AsJson();
        builder.Property(item => item.History).AsJson();
        builder.Property(item => item.TimesJudged).HasDefaultValue(0).ValueGeneratedNever();
        builder.Ignore(item => item.IsVerified);
        builder.HasIndex(item => item.IncidentNumber);
        builder.HasIndex(item => new { item.CreatedAt, item.State, item.Verdict, item.IncidentNumber, item.ClosedAt })
            .HasDatabaseName("IX_action_items_decided");
        builder.HasIndex(item => new { item.ClosedAt, item.CreatedAt, item.IncidentNumber });
        builder.HasIndex(item => new { item.ClosedAt, item.Owner });
        builder.HasIndex(item => new { item.State, item.Verdict, item.Owner });
    }
}

internal sealed class ActionIdeaMapping : IEntityTypeConfiguration<ActionIdea>
{
    public void Configure(EntityTypeBuilder<ActionIdea> builder)
    {
        builder.ToTable("action_ideas");
        builder.HasKey(idea => idea.Id);
        builder.Property(idea => idea.Id).ValueGeneratedNever();
        builder.Property(idea => idea.Version).IsConcurrencyToken();
        builder.Property(idea => idea.Voters).AsJson().HasDefaultValueSql("'[]'").ValueGeneratedNever();
        builder.Property(idea => idea.Helpers).AsJson().HasDefaultValueSql("'[]'").ValueGeneratedNever();
        builder.HasIndex(idea => idea.IncidentNumber);

        // One idea for each message, however often people react to it. NULLs do not collide.
        builder.HasIndex(idea => idea.Source).IsUnique();
    }
}

internal sealed class ActionNoticeMapping : IEntityTypeConfiguration<ActionNotice>
{
    public void Configure(EntityTypeBuilder<ActionNotice> builder)
    {
        builder.ToTable("action_notices");
        builder.HasKey(notice => new { notice.Occurrence, notice.Reader });
        builder.HasIndex(notice => notice.Message);
        builder.HasIndex(notice => notice.ActionItemId);
        builder.HasIndex(notice => notice.SentAt);
    }
}
