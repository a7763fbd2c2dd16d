using IncidentBot.Domain.Debriefs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class DebriefNoteMapping : IEntityTypeConfiguration<DebriefNote>
{
    public void Configure(EntityTypeBuilder<DebriefNote> builder)
    {
        builder.ToTable("debrief_notes");
        builder.HasKey(note => note.Id);
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.HasIndex(note => note.IncidentNumber);
    }
}
