using IncidentBot.Domain.Language;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class KeptWordingMapping : IEntityTypeConfiguration<AcceptedWording>
{
    public void Configure(EntityTypeBuilder<AcceptedWording> builder)
    {
        builder.ToTable("kept_wordings");
        builder.HasKey(kept => kept.Id);
        builder.Property(kept => kept.Id).ValueGeneratedNever();
        builder.HasIndex(kept => kept.IncidentNumber);
    }
}
