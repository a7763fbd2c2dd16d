using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.Language.Blame.Packs;

namespace IncidentBot.Domain.Tests.Language.Blame;

/// <summary>The second pack: the same kinds of blame, chosen by the languages in which people write.</summary>
public sealed class GermanPackTests
{
    private static readonly PeoplePresent Germans = PeoplePresent.From(["Priya Nair"]).Writing(["de"]);

    [Theory]
    [InlineData("Ursache war menschliches Versagen", BlameField.Cause, "human-error")]
    [InlineData("Ein Flüchtigkeitsfehler beim Ausrollen", BlameField.Cause, "human-error")]
    [InlineData("Der Entwickler hätte die Warnung sehen müssen", BlameField.Cause, "counterfactual")]
    [InlineData("Der Entwickler hat vergessen, die Migration zu starten", BlameField.Cause, "omission")]
    [InlineData("Das Team hat die Änderung nicht getestet", BlameField.Cause, "stopped-early")]
    [InlineData("Die Kollegin war unfähig", BlameField.Timeline, "judgement")]
    [InlineData("Warum hat niemand den Alarm gesehen?", BlameField.Factor, "rhetorical-question")]
    [InlineData("Vorsichtiger sein bei Schemaänderungen", BlameField.Action, "memo-action")]
    [InlineData("Die Kommunikation verbessern", BlameField.Action, "vague-action")]
    [InlineData("Priya startete den Dienst neu", BlameField.Cause, "named-person")]
    public void Blame_is_found_by_the_same_kinds_of_rules(string text, BlameField field, string rule) =>
        Assert.Equal(rule, Assert.Single(BlameCheck.Find(text, field, Germans)).Rule);

    [Theory]
    [InlineData("Kein Vertragstest prüft die Schnittstelle", BlameField.Cause)]
    [InlineData("Der Alarm hätte nach einer Minute auslösen müssen", BlameField.Cause)]
    [InlineData("Der Pool war nach dem Ausrollen zu klein", BlameField.Factor)]
    [InlineData("Priya startete den Dienst neu", BlameField.Timeline)]
    [InlineData("Einen Alarm auf das Alter der Warteschlange einrichten", BlameField.Action)]
    public void Facts_and_systems_pass(string text, BlameField field) => Assert.Empty(BlameCheck.Find(text, field, Germans));

    [Fact]
    public void Each_text_is_read_in_all_languages_of_the_workspace()
    {
        var both = Germans.Writing(["en", "de"]);

        Assert.Equal("human-error", Assert.Single(BlameCheck.Find("It was human error", BlameField.Cause, both)).Rule);
        Assert.Equal("human-error", Assert.Single(BlameCheck.Find("Es war menschliches Versagen", BlameField.Cause, both)).Rule);
        Assert.Equal("named-person", Assert.Single(BlameCheck.Find("Priya", BlameField.Cause, both)).Rule);
        Assert.Empty(BlameCheck.Find("Es war menschliches Versagen", BlameField.Cause, PeoplePresent.None));
    }

    [Fact]
    public void Its_rules_are_those_of_the_English_pack() =>
        Assert.Subset(
            LanguagePack.English.Rules.Select(rule => rule.Id).ToHashSet(),
            LanguagePack.Of("de").Rules.Select(rule => rule.Id).ToHashSet());
}
