using IncidentBot.Domain.Subscriptions;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class ServiceSubscriptionMapping : IEntityTypeConfiguration<ServiceSubscription>
{
    public void Configure(EntityTypeBuilder<ServiceSubscription> builder)
    {
        builder.ToTable("service_subscriptions");
        builder.HasKey(each => each.Id);
        builder.Property(each => each.Id).ValueGeneratedNever();
        builder.HasIndex(each => new { each.Target, each.ServiceKey }).IsUnique();
    }
}

internal sealed class ServiceNoticeMapping : IEntityTypeConfiguration<ServiceNotice>
{
    public void Configure(EntityTypeBuilder<ServiceNotice> builder)
    {
        builder.ToTable("service_notices");
        builder.HasKey(each => new { each.IncidentNumber, each.Target });
    }
}
