using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class PublishedVersionMapping : IEntityTypeConfiguration<PublishedVersion>
{
    public void Configure(EntityTypeBuilder<PublishedVersion> builder)
    {
        builder.ToTable("published_versions");
        builder.HasKey(version => new { version.IncidentNumber, version.Revision });
    }
}

internal sealed class WriteUpReaderMapping : IEntityTypeConfiguration<WriteUpReader>
{
    public void Configure(EntityTypeBuilder<WriteUpReader> builder)
    {
        builder.ToTable("write_up_readers");
        builder.HasKey(reader => new { reader.IncidentNumber, reader.Person });
    }
}
