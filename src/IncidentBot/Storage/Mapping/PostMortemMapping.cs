using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class PostMortemMapping : IEntityTypeConfiguration<PostMortem>
{
    public void Configure(EntityTypeBuilder<PostMortem> builder)
    {
        MapPreparation(builder);
        MapWriteUp(builder);
        MapFollowUps(builder);
        builder.ToTable("post_mortems");
        builder.HasKey(postMortem => postMortem.Id);
        builder.Property(postMortem => postMortem.Id).ValueGeneratedNever();
        builder.Property(postMortem => postMortem.Version).IsConcurrencyToken();
        builder.HasIndex(postMortem => postMortem.IncidentNumber).IsUnique();

        builder.Property(postMortem => postMortem.DeclinedFacilitators).AsJson();
        builder.Property(postMortem => postMortem.Attendees).AsJson();
        builder.Property(postMortem => postMortem.WentWell).AsJson();
        builder.Property(postMortem => postMortem.CouldBeBetter).AsJson();
        builder.Property(postMortem => postMortem.History).AsJson();
        builder.Property(postMortem => postMortem.Impact).AsJsonValue();
        builder.Property(postMortem => postMortem.WhyChain).AsJsonValue();
        builder.Property(postMortem => postMortem.MoreWhyChains).AsJson().HasDefaultValueSql("'[]'").ValueGeneratedNever();
        builder.Ignore(postMortem => postMortem.WhyChains);
        builder.Property(postMortem => postMortem.Shared).AsJson().HasDefaultValueSql("'[]'").ValueGeneratedNever();
    }

    private static void MapWriteUp(EntityTypeBuilder<PostMortem> builder)
    {
        builder.OwnsMany(postMortem => postMortem.Factors, factor =>
        {
            factor.ToTable("contributing_factors");
            factor.WithOwner().HasForeignKey("PostMortemId");
            factor.HasKey(nameof(ContributingFactor.Id));
            factor.Property(each => each.Id).ValueGeneratedNever();
        });
        builder.OwnsMany(postMortem => postMortem.Learnings, learning =>
        {
            learning.ToTable("learnings");
            learning.WithOwner().HasForeignKey("PostMortemId");
            learning.HasKey(nameof(Learning.Id));
            learning.Property(each => each.Id).ValueGeneratedNever();
        });
        builder.OwnsMany(postMortem => postMortem.Parked, parked =>
        {
            parked.ToTable("parked_items");
            parked.WithOwner().HasForeignKey("PostMortemId");
            parked.HasKey(nameof(ParkedItem.Id));
            parked.Property(each => each.Id).ValueGeneratedNever();
        });
        builder.OwnsMany(postMortem => postMortem.Corrections, correction =>
        {
            correction.ToTable("factual_corrections");
            correction.WithOwner().HasForeignKey("PostMortemId");
            correction.HasKey(nameof(FactualCorrection.Id));
            correction.Property(each => each.Id).ValueGeneratedNever();
        });
    }

    private static void MapPreparation(EntityTypeBuilder<PostMortem> builder)
    {
        // The default is for rows that are older than the column.
        builder.Property(postMortem => postMortem.Artefacts).AsJson().HasDefaultValueSql("'[]'").ValueGeneratedNever();
        builder.OwnsMany(postMortem => postMortem.Invitees, invitee =>
        {
            invitee.ToTable("attendees");
            invitee.WithOwner().HasForeignKey("PostMortemId");
            invitee.HasKey("PostMortemId", nameof(Invitee.Person));
        });
    }

    private static void MapFollowUps(EntityTypeBuilder<PostMortem> builder)
    {
        builder.Property(postMortem => postMortem.FollowUps).AsJson().HasDefaultValueSql("'[]'").ValueGeneratedNever();
        builder.Property(postMortem => postMortem.RecurrenceAnswers).HasColumnName("return_answers").AsJson()
            .HasDefaultValueSql("'[]'").ValueGeneratedNever();
        builder.Property(postMortem => postMortem.OpenCauses).AsJson().HasDefaultValueSql("'[]'").ValueGeneratedNever();
    }
}
