using IncidentBot.Domain.Facilitators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class PoolMemberMapping : IEntityTypeConfiguration<PoolMember>
{
    public void Configure(EntityTypeBuilder<PoolMember> builder)
    {
        builder.ToTable("facilitator_pool");
        builder.HasKey(member => member.Person);
    }
}

internal sealed class FacilitatorRequestMapping : IEntityTypeConfiguration<FacilitatorRequest>
{
    public void Configure(EntityTypeBuilder<FacilitatorRequest> builder)
    {
        builder.ToTable("facilitator_asks");

        // Two nodes that choose at once use the same turn; the second one fails on the index and tries again.
        builder.HasKey(request => new { request.IncidentNumber, request.Turn });
        builder.Property(request => request.State).IsConcurrencyToken();
        builder.HasIndex(request => request.Person);
        builder.HasIndex(request => request.State);
    }
}
