using IncidentBot.Domain.Board;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

internal sealed class MeetingBoardMapping : IEntityTypeConfiguration<MeetingBoard>
{
    public void Configure(EntityTypeBuilder<MeetingBoard> builder)
    {
        builder.ToTable("meeting_boards");
        builder.HasKey(board => board.IncidentNumber);
        builder.Property(board => board.IncidentNumber).ValueGeneratedNever();
        builder.Property(board => board.Version).IsConcurrencyToken();
        builder.Property(board => board.RunBy).HasColumnName("driver");
        builder.HasIndex(board => board.FinishedAt);
        builder.Property(board => board.Runs).HasColumnName("visits").AsJson();
        builder.Property(board => board.Present).AsJson();
        builder.Property(board => board.LeftOut).AsJson().WithDefault();
        builder.Ignore(board => board.Profile);
        builder.Ignore(board => board.CurrentRun);
        builder.Ignore(board => board.Phase);
    }
}
