using IncidentBot.Domain.Causes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class CauseClassMapping : IEntityTypeConfiguration<CauseClass>
{
    public void Configure(EntityTypeBuilder<CauseClass> builder)
    {
        builder.ToTable("cause_classes");
        builder.HasKey(each => each.Id);
        builder.Property(each => each.Id).ValueGeneratedNever();
        builder.Property(each => each.Version).IsConcurrencyToken();
        builder.Property(each => each.Synonyms).AsJson();
        builder.Property(each => each.History).AsJson();

        // Two people who create the same class at once get one class.
        builder.HasIndex(each => each.Key).IsUnique();
    }
}

internal sealed class GapCauseMapping : IEntityTypeConfiguration<GapCause>
{
    public void Configure(EntityTypeBuilder<GapCause> builder)
    {
        builder.ToTable("gap_causes");
        builder.HasKey(cause => new { cause.IncidentNumber, cause.Chain });
        builder.Ignore(cause => cause.Text);
        builder.HasIndex(cause => cause.Class);
        builder.HasIndex(cause => new { cause.Class, cause.IncidentNumber });
        builder.HasIndex(cause => new { cause.IncidentNumber, cause.Class });
        builder.HasIndex(cause => cause.At);
    }
}
