using IncidentBot.Domain.Facilitators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class PoolPlaceMapping : IEntityTypeConfiguration<PoolMember>
{
    public void Configure(EntityTypeBuilder<PoolMember> builder)
    {
        builder.ToTable("facilitator_pool");
        builder.HasKey(place => place.Person);
    }
}

internal sealed class FacilitatorAskMapping : IEntityTypeConfiguration<FacilitatorRequest>
{
    public void Configure(EntityTypeBuilder<FacilitatorRequest> builder)
    {
        builder.ToTable("facilitator_asks");

        // Two nodes that choose at once use the same turn; the second one fails on the index and tries again.
        builder.HasKey(ask => new { ask.IncidentNumber, ask.Turn });
        builder.Property(ask => ask.State).IsConcurrencyToken();
        builder.HasIndex(ask => ask.Person);
        builder.HasIndex(ask => ask.State);
    }
}
