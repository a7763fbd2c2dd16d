using IncidentBot.Domain.NearMisses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class NearMissMapping : IEntityTypeConfiguration<NearMiss>
{
    public void Configure(EntityTypeBuilder<NearMiss> builder)
    {
        builder.ToTable("near_misses");
        builder.HasKey(each => each.Number);
        builder.Property(each => each.Number).ValueGeneratedOnAdd();
        builder.Property(each => each.Version).IsConcurrencyToken();
        builder.HasIndex(each => each.ReportedAt);
        builder.HasIndex(each => each.Cause);
        builder.HasIndex(each => new { each.Service, each.ReportedAt });
    }
}
