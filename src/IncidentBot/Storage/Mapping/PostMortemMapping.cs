using System.Linq.Expressions;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

/// <summary>
/// A post-mortem, its meeting, its write-up and its reviews are one row with four versions: a save checks and writes only the
/// columns of the part that changed.
/// </summary>
internal sealed class PostMortemMapping : IEntityTypeConfiguration<PostMortem>
{
    public void Configure(EntityTypeBuilder<PostMortem> builder)
    {
        builder.ToTable("post_mortems");
        builder.HasKey(postMortem => postMortem.Id);
        builder.Property(postMortem => postMortem.Id).ValueGeneratedNever();
        builder.Property(postMortem => postMortem.Version).IsConcurrencyToken();
        builder.Property(postMortem => postMortem.History).AsJson();
        builder.Property(postMortem => postMortem.DeclinedFacilitators).AsJson();
        builder.HasIndex(postMortem => postMortem.IncidentNumber).IsUnique();
        builder.HasIndex(postMortem => new { postMortem.State, postMortem.Need, postMortem.DueAt });
        builder.HasIndex(postMortem => postMortem.DueAt);
        builder.HasIndex(postMortem => new { postMortem.Facilitator, postMortem.State }).HasFilter("facilitator IS NOT NULL");
        builder.Ignore(postMortem => postMortem.AllChanges);

        builder.OwnsOne(postMortem => postMortem.Meeting, MapMeeting);
        builder.OwnsOne(postMortem => postMortem.WriteUp, MapWriteUp);
        builder.OwnsOne(postMortem => postMortem.Reviews, MapReviews);
        builder.Navigation(postMortem => postMortem.Meeting).IsRequired();
        builder.Navigation(postMortem => postMortem.WriteUp).IsRequired();
        builder.Navigation(postMortem => postMortem.Reviews).IsRequired();
    }

    private static void MapMeeting(OwnedNavigationBuilder<PostMortem, MeetingPlan> meeting)
    {
        MapPart(meeting, "meeting");
        meeting.Property(plan => plan.Start).HasColumnName("meeting_at");
        meeting.Property(plan => plan.Duration).HasColumnName("meeting_duration");
        meeting.Property(plan => plan.Link).HasColumnName("meeting_link");
        meeting.Property(plan => plan.Moves).HasColumnName("meeting_moves");
        meeting.HasIndex(plan => plan.HeldAt);
        meeting.Property(plan => plan.Attendees).AsJson();
        meeting.Property(plan => plan.Artefacts).AsJson().WithDefault();
        meeting.OwnsMany(plan => plan.Invitees, invitee =>
        {
            invitee.ToTable("attendees");
            invitee.WithOwner().HasForeignKey("PostMortemId");
            invitee.HasKey("PostMortemId", nameof(Invitee.Person));
            invitee.HasIndex(each => new { each.SignedOffAt, each.SignOffDue });
            invitee.HasIndex(each => each.Person);
        });
    }

    private static void MapWriteUp(OwnedNavigationBuilder<PostMortem, WriteUp> writeUp)
    {
        MapPart(writeUp, "write_up");
        writeUp.Property(document => document.WentWell).AsJson();
        writeUp.Property(document => document.CouldBeBetter).AsJson();
        writeUp.Property(document => document.Impact).AsJsonValue();
        writeUp.Property(document => document.WhyChain).AsJsonValue();
        writeUp.Property(document => document.MoreWhyChains).AsJson().WithDefault();
        writeUp.Property(document => document.Shared).AsJson().WithDefault();
        MapDatedVersion(writeUp.Property(document => document.DatedVersion), "write_up_dated_version");
        writeUp.HasIndex(document => document.PublishedAt);
        writeUp.HasIndex(document => document.UnsharedSince);
        writeUp.Ignore(document => document.WhyChains);
        MapList(writeUp, document => document.Factors, "contributing_factors");
        MapList(writeUp, document => document.Learnings, "learnings");
        MapList(writeUp, document => document.Parked, "parked_items");
        MapList(writeUp, document => document.Corrections, "factual_corrections");
        writeUp.OwnsMany(document => document.Corrections, correction => correction.HasIndex(each => each.Answer));
    }

    private static void MapReviews(OwnedNavigationBuilder<PostMortem, FollowUpReviews> reviews)
    {
        MapPart(reviews, "reviews");
        reviews.Property(each => each.FollowUps).AsJson().WithDefault();
        reviews.Property(each => each.RecurrenceAnswers).HasColumnName("return_answers").AsJson().WithDefault();
        reviews.Property(each => each.ReopenReasons).HasColumnName("open_causes").AsJson().WithDefault();
        reviews.Property(each => each.Notes).HasColumnName("review_notes").AsJson().WithDefault();
        MapDatedVersion(reviews.Property(each => each.DatedVersion), "reviews_dated_version");
        reviews.HasIndex(each => each.RecurrenceOn);
        reviews.HasIndex(each => each.ReopenedAt);
    }

    /// <summary>Earlier releases do not write this column, so their rows have no version in it.</summary>
    private static void MapDatedVersion(PropertyBuilder<int> property, string column) =>
        property.HasColumnName(column).HasDefaultValue(-1).ValueGeneratedNever();

    private static void MapPart<T>(OwnedNavigationBuilder<PostMortem, T> part, string name)
        where T : Versioned
    {
        part.Property<Guid>("Id").HasColumnName("id").ValueGeneratedNever();
        part.HasKey("Id");
        part.WithOwner().HasForeignKey("Id");
        part.Property(each => each.Version).HasColumnName($"{name}_version").HasDefaultValue(0).ValueGeneratedNever().IsConcurrencyToken();
        part.Property(each => each.History).HasColumnName($"{name}_history").AsJson().WithDefault();
    }

    private static void MapList<T>(
        OwnedNavigationBuilder<PostMortem, WriteUp> writeUp, Expression<Func<WriteUp, IEnumerable<T>?>> list, string table)
        where T : class => writeUp.OwnsMany(list, item =>
        {
            item.ToTable(table);
            item.WithOwner().HasForeignKey("PostMortemId");
            item.HasKey("Id");
            item.Property<Guid>("Id").ValueGeneratedNever();
        });
}
