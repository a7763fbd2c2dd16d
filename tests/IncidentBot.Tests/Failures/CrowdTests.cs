using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Failures;

/// <summary>Many people act at the same moment, in any order.</summary>
[Trait("Engine", "both")]
public sealed class CrowdTests
{
    private static readonly string[] Everybody = ["maya", "ben", "aiko", "carlos", "priya", "lena", "sam", "tom"];

    [Fact]
    public async Task Of_everybody_who_claims_the_lead_one_has_it_and_everybody_else_hears_who()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.WithoutLead(app);
        var card = ShownMessages.IncidentCard(app, incident.Channel);

        await Task.WhenAll(Everybody.Select(person => app.Slack.As(person).ClickAsync(card, CardActions.ClaimRole, "1:lead")));
        await app.SettleAsync();

        var stored = await app.ReadAsync(db => db.Incidents.SingleAsync());
        var lead = Everybody.Single(person => app.Slack.As(person).User.Id == stored.Lead!.Value.Value);
        Assert.Single(stored.History, change => change is { Fact: ChangedFact.Role, New: not null });
        Assert.All(
            Everybody.Except([lead]),
            person => Assert.StartsWith($"@{lead} has this role.", ShownMessages.LatestEphemeral(app, person), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_everybody_says_at_once_is_all_there_once()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var card = ShownMessages.IncidentCard(app, incident.Channel);
        var forms = await Task.WhenAll(Everybody.Select(async person =>
        {
            await app.Slack.As(person).ClickAsync(card, CardActions.PostUpdate);
            return (person, Form: await app.Slack.As(person).FillAsync(app.Slack.OpenView(person)!, ("text", $"Said by {person}")));
        }));

        await Task.WhenAll(forms.Select(each => app.Slack.As(each.person).SubmitAsync(each.Form)));
        await app.SettleAsync();

        var said = ShownMessages.TextsIn(app, incident.Channel);
        Assert.All(Everybody, person => Assert.Null(app.Slack.OpenView(person)));
        Assert.All(Everybody, person => Assert.Single(
            said,
            text => text.StartsWith(":mega: Status update", StringComparison.Ordinal)
                && text.Contains($"Said by {person}", StringComparison.Ordinal)));
        Assert.Equal(Everybody.Length, (await app.ReadAsync(db => db.Incidents.SingleAsync())).StatusUpdates.Count);
    }

    [Fact]
    public async Task What_everybody_writes_into_the_same_list_at_once_is_all_there()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var forms = new List<(string Person, Sandbox.State.View Form)>();
        foreach (var person in Everybody)
        {
            await app.Slack.As(person).ClickAsync(await incident.OpenOverviewAsync(person), "post_mortem_section_open", "1:went_well");
            forms.Add((person, await app.Slack.As(person).FillAsync(app.Slack.OpenView(person)!, ("went_well", $"What {person} saw"))));
        }

        await Task.WhenAll(forms.Select(each => app.Slack.As(each.Person).SubmitAsync(each.Form)));

        Assert.Equal(Everybody.Select(person => $"What {person} saw").Order(), (await incident.ReadAsync()).WriteUp.WentWell.Order());
    }
}
