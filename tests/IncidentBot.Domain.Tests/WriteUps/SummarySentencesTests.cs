using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.Tests.WriteUps;

public sealed class SummarySentencesTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData(" ... ", 0)]
    [InlineData("Checkout was down", 1)]
    [InlineData("Checkout was down.", 1)]
    [InlineData("Checkout was down. Orders were lost!", 2)]
    [InlineData("Version 2.5.1 of api.example.com broke checkout. It took 2.5 h.", 2)]
    [InlineData("Some services, e.g. checkout, were down for approx. 40 min. \"It works again.\" Done", 3)]
    [InlineData("First paragraph\n\nSecond paragraph", 2)]
    [InlineData("Down?! Yes…", 2)]
    public void Sentences_are_counted_as_a_reader_would_count_them(string? text, int expected) =>
        Assert.Equal(expected, SummarySentences.Count(text));
}
