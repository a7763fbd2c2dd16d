using IncidentBot.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class MeetingFeedbackMapping : IEntityTypeConfiguration<MeetingFeedback>
{
    public void Configure(EntityTypeBuilder<MeetingFeedback> builder)
    {
        builder.ToTable("meeting_feedback");
        builder.HasKey(feedback => new { feedback.IncidentNumber, feedback.Voter });
    }
}
