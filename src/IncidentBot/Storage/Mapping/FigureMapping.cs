using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class FigureRowMapping : IEntityTypeConfiguration<FigureRow>
{
    public void Configure(EntityTypeBuilder<FigureRow> builder)
    {
        builder.ToTable("figure_rows");
        builder.HasKey(row => row.IncidentNumber);
        builder.Property(row => row.IncidentNumber).ValueGeneratedNever();
        builder.HasOne(row => row.Incident).WithOne().HasForeignKey<FigureRow>(row => row.IncidentNumber);
        builder.HasIndex(row => row.StartedAt);
        builder.HasIndex(row => row.RequiredAt);
        builder.HasIndex(row => row.HeldAt);
        builder.HasIndex(row => row.PublishedAt);
        builder.HasIndex(row => row.ReopenedAt);
    }
}
