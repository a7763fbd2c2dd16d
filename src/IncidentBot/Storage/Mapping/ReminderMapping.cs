using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class ReminderLineMapping : IEntityTypeConfiguration<ReminderLine>
{
    public void Configure(EntityTypeBuilder<ReminderLine> builder)
    {
        builder.ToTable("reminder_lines");
        builder.HasKey(line => new { line.Occurrence, line.Reader });
        builder.Property(line => line.Incidents).AsJson();
        // Two nodes that find the same waiting notification: the second sees that it was sent.
        builder.Property(line => line.Message).IsConcurrencyToken();
        builder.HasIndex(line => line.Message);
        builder.HasIndex(line => new { line.Reader, line.Day });
        builder.HasIndex(line => new { line.Card, line.Subject });
    }
}
