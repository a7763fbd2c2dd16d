using IncidentBot.Domain.Causes;

namespace IncidentBot.Domain.Tests.Causes;

public sealed class CauseTermsTests
{
    [Theory]
    [InlineData("connection", "connections", "connected")]
    [InlineData("configuration", "configurations", "configured")]
    [InlineData("deploy", "deployed", "deployment", "deploying")]
    [InlineData("query", "queries")]
    [InlineData("retry", "retries")]
    public void Forms_of_a_word_share_a_stem(params string[] forms) =>
        Assert.Single(forms.SelectMany(CauseTerms.Of).Select(term => term.Stem).Distinct());

    [Theory]
    [InlineData("The pool's limit: 20 in eu-west-1!", "pool limit eu west")]
    [InlineData("It was as it is", "")]
    [InlineData("", "")]
    [InlineData("Größe überschritten", "größe überschritten")]
    [InlineData("http2 a b c", "http2")]
    public void A_text_is_split_into_its_telling_words(string text, string words) =>
        Assert.Equal(words, string.Join(' ', CauseTerms.Of(text).Select(term => term.Word)));
}
