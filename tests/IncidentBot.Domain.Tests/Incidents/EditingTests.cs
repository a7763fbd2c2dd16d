using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using static IncidentBot.Domain.Tests.Incidents.Examples;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class EditingTests
{
    [Fact]
    public void Every_edit_records_old_and_new_once()
    {
        var incident = Open();

        for (var twice = 0; twice < 2; twice++)
        {
            incident.Rename("Payments are down", Ben, Now);
            incident.ChangeSeverity(Severity.Sev2, Ben, Now);
            incident.ChangeService("checkout", Ben, Now);
            incident.ChangeType(IncidentType.Deployment, Ben, Now);
            incident.ChangeWhatUsersSee("An error page", Ben, Now);
            incident.ChangeAffectedTeam("Billing", Ben, Now);
            incident.ChangeCouldHaveBeen(Severity.Sev1, Ben, Now);
            incident.ChangeDiagnosedIt(Ada, Ben, Now);
            incident.ChangeShippedTheChange(Cleo, Ben, Now);
        }

        var sentences = incident.History.Skip(1).Select(change => ChangeSentence.For(change, person => $"@{person}"));
        Assert.Equal(
            [
                "title Checkout is down → Payments are down by @U0BEN",
                "severity SEV1 → SEV2 by @U0BEN",
                "service checkout by @U0BEN",
                "type Deployment by @U0BEN",
                "what users see An error page by @U0BEN",
                "affected team Billing by @U0BEN",
                "could have been SEV1 by @U0BEN",
                "diagnosed by @U0ADA (recorded by @U0BEN)",
                "change shipped by @U0CLEO (recorded by @U0BEN)",
            ],
            sentences);
        Assert.Equal(10, incident.Version);
    }

    [Fact]
    public void An_empty_answer_clears_an_optional_value()
    {
        var incident = Open();
        incident.ChangeService("checkout", Ben, Now);

        incident.ChangeService("  ", Ben, Now);

        Assert.Null(incident.Service);
        Assert.Equal("service checkout → none by x", ChangeSentence.For(incident.History[^1], _ => "x"));
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public void A_service_has_at_most_80_characters(int length, bool accepted) =>
        Assert.Equal(accepted, Open().ChangeService(new string('x', length), Ben, Now).Ok);

    [Fact]
    public void A_title_cannot_be_cleared() =>
        Refused(Open().Rename(" ", Ben, Now), "The title is missing.", "title");

    [Fact]
    public void A_reason_is_part_of_the_sentence()
    {
        var incident = Resolved();

        incident.Reopen("It is back", Ben, Now.AddHours(3));

        Assert.Equal(
            "status Resolved → Investigating by Ben (It is back)",
            ChangeSentence.For(incident.History[^1], _ => "Ben"));
    }
}
