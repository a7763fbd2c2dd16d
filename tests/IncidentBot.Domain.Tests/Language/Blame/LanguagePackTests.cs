using System.Text.Json;
using IncidentBot.Domain.Language.Blame.Packs;

namespace IncidentBot.Domain.Tests.Language.Blame;

/// <summary>An incomplete pack is refused when it is loaded, not later when someone saves a text.</summary>
public sealed class LanguagePackTests
{
    private static readonly string English = ReadEnglish();

    [Theory]
    [InlineData("\"language\"", "\"langauge\"")]
    [InlineData("\"clitics\"", "\"klitics\"")]
    public void A_key_that_is_missing_or_unknown_is_refused(string key, string wrong) =>
        Assert.Throws<JsonException>(() => LanguagePack.Parse(English.Replace(key, wrong, StringComparison.Ordinal)));

    [Fact]
    public void A_pattern_with_an_unknown_word_class_is_refused()
    {
        var refusal = Assert.Throws<InvalidDataException>(
            () => LanguagePack.Parse(English.Replace("<omit.past>", "<ommit.past>", StringComparison.Ordinal)));

        Assert.Contains("'ommit'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rules_with_the_same_id_are_refused() =>
        Assert.Throws<InvalidDataException>(
            () => LanguagePack.Parse(English.Replace("\"id\": \"omission\"", "\"id\": \"judgement\"", StringComparison.Ordinal)));

    [Fact]
    public void Every_rule_explains_the_harm_in_one_sentence_and_asks_a_question()
    {
        var pack = LanguagePack.English;

        Assert.All([.. pack.Rules, pack.NameRule], rule =>
        {
            Assert.Matches("^[A-Z\"][^.!?]+\\.$", rule.Harm);
            Assert.EndsWith("?", rule.Reframe, StringComparison.Ordinal);
        });
    }

    private static string ReadEnglish()
    {
        using var stream = typeof(LanguagePack).Assembly.GetManifestResourceStream("IncidentBot.Domain.Language.Blame.Packs.en.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
