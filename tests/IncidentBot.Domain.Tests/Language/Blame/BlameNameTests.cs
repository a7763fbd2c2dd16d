using IncidentBot.Domain.Language.Blame;

namespace IncidentBot.Domain.Tests.Language.Blame;

/// <summary>Tells names of people from words that are spelled the same.</summary>
public sealed class BlameNameTests
{
    private static readonly PeoplePresent People = PeoplePresent.From(
        [
            "Will Hartley", "Grace Lindqvist", "Mark Osei", "May Tanaka", "Bill Stone", "Page Whitfield",
            "Priya Nair (@priya)", "@deploy-dan", "José Pereira", "Art Lindholm", "Jack Moreau", "Rob Mills",
        ]);

    private static readonly PeoplePresent Calendar =
        PeoplePresent.From(["June Park", "May Tanaka", "April Jones", "Jan Novak", "@sam-status"]);

    [Theory]
    [Trait("Requirement", "R114")]
    [InlineData("Priya had the lock", "Priya")]
    [InlineData("the flag was owned by Nair", "Nair")]
    [InlineData("Priya Nair changed the retention", "Priya Nair")]
    [InlineData("priya's change removed the index", "priya")]
    [InlineData("deploy-dan pushed a hotfix", "deploy-dan")]
    [InlineData("asked @somebody.else about it", "@somebody.else")]
    [InlineData("<@U024BE7LH> merged on a Friday", "<@U024BE7LH>")]
    [InlineData("Jose typed it by hand", "Jose")]
    [InlineData("Will pushed the tag", "Will")]
    [InlineData("approved by Will", "Will")]
    [InlineData("Will's change froze the queue", "Will")]
    [InlineData("mark's cleanup script ran in production", "mark")]
    [InlineData("May was on vacation", "May")]
    [InlineData("It was Grace who knew the key", "Grace")]
    [InlineData("the rule that Bill wrote in 2021", "Bill")]
    [InlineData("Only Will could log in", "Will")]
    [InlineData("Will could restart it", "Will")]
    [InlineData("Grace showed us the second cache", "Grace")]
    [InlineData("grace was double-booked", "grace")]
    [InlineData("It was merged by Grace late on Thursday", "Grace")]
    [InlineData("a patch by jack onto the release branch", "jack")]
    public void A_person_named_in_a_cause_is_found(string text, string name)
    {
        var finding = Assert.Single(BlameCheck.Find(text, BlameField.Cause, People));

        Assert.Equal("named-person", finding.Rule);
        Assert.Equal(name, text.Substring(finding.Start, finding.Length));
    }

    [Theory]
    [Trait("Requirement", "R114")]
    [InlineData("Will the job retry? Only if the flag is set")]
    [InlineData("The parser will not accept a trailing comma")]
    [InlineData("Grace period for pods was 5 s")]
    [InlineData("The contract ended in May and the key with it")]
    [InlineData("May 31 plus one month has no valid date")]
    [InlineData("Mark the leases as expired when the clock jumps")]
    [InlineData("Bill runs and refunds share one pool")]
    [InlineData("Page loads kept returning 200")]
    [InlineData("State of the art compression, but single threaded")]
    [InlineData("Mails to ops@example.com bounced")]
    [InlineData("`@Transactional` was missing")]
    [InlineData("the mills report every ten seconds")]
    [InlineData("The audio jack was loose")]
    public void A_word_that_is_also_a_name_is_not_taken_for_the_person(string text) =>
        Assert.Empty(BlameCheck.Find(text, BlameField.Cause, People));

    [Theory]
    [Trait("Requirement", "R114")]
    [InlineData("On 4 June the certificate expired")]
    [InlineData("Orders from 28 May was sent to the old queue")]
    [InlineData("On 17 April had the table 2 million rows")]
    [InlineData("On 21 May added traffic filled the disk")]
    [InlineData("In the week of 14 April changed quotas applied")]
    [InlineData("The key was valid until the 12th of May")]
    [InlineData("On Jan 12 the year in the cache key was still the old one")]
    [InlineData("Users learned of it from @AcmeStatus on Twitter")]
    [InlineData("Our Twitter account @acmehq was the only channel that still worked")]
    [InlineData("Updates on @acme_status lagged behind by an hour")]
    [InlineData("Customers follow @AcmeSupport for updates")]
    [InlineData("The tweets of @acmecloud reached more customers than the status page")]
    [InlineData("Customers read the tweet by @acme before our e-mail")]
    public void A_date_and_the_account_of_a_product_are_not_people(string text) =>
        Assert.Empty(BlameCheck.Find(text, BlameField.Cause, Calendar));

    [Theory]
    [Trait("Requirement", "R114")]
    [InlineData("June deleted the index on 4 June")]
    [InlineData("At 10:30 May restarted the primary")]
    [InlineData("A patch approved by Jan")]
    [InlineData("@dana merged it on a Friday")]
    [InlineData("<@U024BE7LH> ran the script")]
    [InlineData("@sam-status pushed the tag")]
    public void A_person_beside_a_date_or_with_a_handle_is_found(string text) =>
        Assert.Equal("named-person", Assert.Single(BlameCheck.Find(text, BlameField.Cause, Calendar)).Rule);

    [Fact]
    [Trait("Requirement", "R114")]
    public void Two_names_are_two_findings_in_order()
    {
        var findings = BlameCheck.Find("Will and Grace agreed on the window", BlameField.Factor, People);

        Assert.Equal([0, 9], findings.Select(finding => finding.Start));
    }

    [Theory]
    [Trait("Requirement", "R71")]
    [InlineData(BlameField.Timeline)]
    [InlineData(BlameField.Summary)]
    [InlineData(BlameField.Action)]
    public void Names_are_allowed_in_fields_about_what_people_do(BlameField field) =>
        Assert.Empty(BlameCheck.Find("Will moves the certificate inventory by 30 June", field, People));
}
