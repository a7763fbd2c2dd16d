using IncidentBot.Domain.Recurrence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class InvestigationMapping : IEntityTypeConfiguration<StructuralInvestigation>
{
    public void Configure(EntityTypeBuilder<StructuralInvestigation> builder)
    {
        builder.ToTable("structural_investigations");
        builder.HasKey(each => each.Id);
        builder.Property(each => each.Id).ValueGeneratedNever();
        builder.Property(each => each.Version).IsConcurrencyToken();
        builder.Property(each => each.History).AsJson();

        // Two nodes that see the third incident at once open one investigation.
        builder.HasIndex(each => new { each.Class, each.Quarter }).IsUnique();
        builder.HasIndex(each => each.ClosedAt);
    }
}
