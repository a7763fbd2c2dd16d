using IncidentBot.Domain.Wording;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class KeptWordingMapping : IEntityTypeConfiguration<KeptWording>
{
    public void Configure(EntityTypeBuilder<KeptWording> builder)
    {
        builder.ToTable("kept_wordings");
        builder.HasKey(kept => kept.Id);
        builder.Property(kept => kept.Id).ValueGeneratedNever();
        builder.HasIndex(kept => kept.IncidentNumber);
    }
}
