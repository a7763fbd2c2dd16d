using IncidentBot.Domain.Preparation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class PreparationRequestMapping : IEntityTypeConfiguration<PreparationRequest>
{
    public void Configure(EntityTypeBuilder<PreparationRequest> builder)
    {
        builder.ToTable("preparation_requests");
        builder.HasKey(request => new { request.IncidentNumber, request.Person });
        builder.HasIndex(request => request.Person);
        builder.Property(request => request.Version).IsConcurrencyToken();
        builder.Property(request => request.Questions).AsJson();
        builder.Property(request => request.Answers).AsJson();
    }
}
