using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class OwnWorkspaceMapping : IEntityTypeConfiguration<OwnWorkspace>
{
    public void Configure(EntityTypeBuilder<OwnWorkspace> builder)
    {
        builder.ToTable("own_workspace");
        builder.HasKey(workspace => workspace.Id);
        builder.Property(workspace => workspace.Id).ValueGeneratedNever();
    }
}
