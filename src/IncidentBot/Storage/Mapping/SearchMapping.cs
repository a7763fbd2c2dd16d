using System.Text.Json;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IncidentBot.Storage.Mapping;

internal sealed class SearchRowMapping : IEntityTypeConfiguration<SearchRow>
{
    public void Configure(EntityTypeBuilder<SearchRow> builder)
    {
        builder.ToTable("search_rows");
        builder.HasKey(row => row.IncidentNumber);
        builder.Property(row => row.IncidentNumber).ValueGeneratedNever();
        builder.Property(row => row.Text).AsJsonValue();
        builder.Property(row => row.Words).HasConversion(
            new ValueConverter<IReadOnlyDictionary<string, int>, string>(words => Write(words), text => Read(text)),
            new ValueComparer<IReadOnlyDictionary<string, int>>(
                (left, right) => Write(left!) == Write(right!), words => Write(words).GetHashCode(StringComparison.Ordinal)));
    }

    private static string Write(IReadOnlyDictionary<string, int> words) => JsonSerializer.Serialize(words);

    private static Dictionary<string, int> Read(string text) => JsonSerializer.Deserialize<Dictionary<string, int>>(text)!;
}

internal sealed class SearchPostingMapping : IEntityTypeConfiguration<SearchPosting>
{
    public void Configure(EntityTypeBuilder<SearchPosting> builder)
    {
        builder.ToTable("search_postings");
        builder.HasKey(posting => new { posting.Word, posting.Weight, posting.IncidentNumber });
    }
}

internal sealed class SearchWordMapping : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> builder)
    {
        builder.ToTable("search_words");
        builder.HasKey(word => word.Word);
    }
}

internal sealed class StaleSearchMapping : IEntityTypeConfiguration<StaleSearch>
{
    public void Configure(EntityTypeBuilder<StaleSearch> builder)
    {
        builder.ToTable("stale_searches");
        builder.HasKey(mark => mark.Id);
        builder.Property(mark => mark.Id).ValueGeneratedOnAdd();
        builder.HasOne(mark => mark.Incident).WithMany().HasForeignKey(mark => mark.IncidentNumber).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StaleNearMissMapping : IEntityTypeConfiguration<StaleNearMiss>
{
    public void Configure(EntityTypeBuilder<StaleNearMiss> builder)
    {
        builder.ToTable("stale_near_misses");
        builder.HasKey(mark => mark.Id);
        builder.Property(mark => mark.Id).ValueGeneratedOnAdd();
        builder.HasOne(mark => mark.NearMiss).WithMany().HasForeignKey(mark => mark.NearMissNumber).OnDelete(DeleteBehavior.Cascade);
    }
}
