using IncidentBot.Domain.Language;

namespace IncidentBot.Domain.Tests.Language;

public sealed class NoNamesTests
{
    [Theory]
    [InlineData("<@U024BE7LH> deployed on a Friday", "<@U024BE7LH>")]
    [InlineData("deployed by <@W012A3CDE|ana>", "<@W012A3CDE|ana>")]
    [InlineData("asked @ana, who was away", "@ana")]
    [InlineData("asked (@ana.lopez).", "@ana.lopez")]
    [InlineData("@AcmeStatus had it before @ana", "@ana")]
    public void A_mention_of_a_person_is_refused_and_the_refusal_says_what_to_write(string text, string mention)
    {
        var result = NoNames.Check(text, "text");

        Assert.Equal("text", result.Refusal?.Field);
        Assert.StartsWith($"Leave out {mention}. ", result.Refusal?.Sentence, StringComparison.Ordinal);
        Assert.Contains("role", result.Refusal?.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("The on-call engineer had no alert")]
    [InlineData("Mails to ops@example.com bounced")]
    [InlineData("@types/node 22 changed its exports")]
    [InlineData("The job posted @channel and @here")]
    [InlineData("`@Transactional` was missing, `<@U024BE7LH>` too")]
    [InlineData("cron at 5@night")]
    [InlineData("@ noon")]
    [InlineData("@AcmeStatus said nothing for an hour, and @acme_support was closed")]
    public void Everything_else_is_accepted(string? text) => Assert.True(NoNames.Check(text, "text").Ok);
}
