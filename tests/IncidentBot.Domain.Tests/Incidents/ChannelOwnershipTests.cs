using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class ChannelOwnershipTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void An_incidents_own_channel_is_always_read_and_always_takes_commands()
    {
        var own = ChannelOwnership.Own(7);

        Assert.True(own.Covers(DateTimeOffset.MinValue));
        Assert.True(own.Covers(DateTimeOffset.MaxValue));
        Assert.Equal((null, true, false), (own.ReadFrom, own.TakesCommands, own.IsBorrowed));
    }

    [Fact]
    public void A_borrowed_channel_is_read_from_the_declaration_until_a_day_after_the_end()
    {
        var incident = Examples.Open();
        var end = Examples.Now.AddHours(2);
        Assert.True(incident.Resolve(new Resolution(end, "It was the pool."), Examples.Ada, end).Ok);

        var borrowed = ChannelOwnership.Borrowed(incident);

        Assert.Equal(incident.DeclaredAt, borrowed.ReadFrom);
        Assert.False(borrowed.Covers(incident.DeclaredAt - Second));
        Assert.True(borrowed.Covers(incident.DeclaredAt));
        Assert.True(borrowed.Covers(end.AddDays(1)));
        Assert.False(borrowed.Covers(end.AddDays(1) + Second));
    }

    [Fact]
    public void A_borrowed_channel_does_not_belong_to_the_incident_between_resolve_and_reopen()
    {
        var incident = Examples.Open();
        var end = Examples.Now.AddHours(2);
        Assert.True(incident.Cancel("A false alarm", Examples.Ada, end).Ok);
        var again = end.AddDays(5);
        Assert.True(incident.Reopen("It is back", Examples.Ada, again).Ok);

        var borrowed = ChannelOwnership.Borrowed(incident);

        Assert.True(borrowed.Covers(end.AddDays(1)));
        Assert.False(borrowed.Covers(end.AddDays(1) + Second));
        Assert.False(borrowed.Covers(again - Second));
        Assert.True(borrowed.Covers(again));
        Assert.True(borrowed.Covers(again.AddYears(1)));
        Assert.True(borrowed.TakesCommands);
    }

    [Fact]
    public void When_incidents_share_a_channel_the_open_one_takes_commands_and_each_keeps_its_messages()
    {
        var first = Examples.Open();
        Assert.True(first.Cancel("A false alarm", Examples.Ada, Examples.Now.AddHours(1)).Ok);
        var second = Later(Examples.Now.AddHours(3));
        var owners = new ChannelOwners([ChannelOwnership.Borrowed(first), ChannelOwnership.Borrowed(second)]);

        Assert.Equal(second.Number, owners.IncidentForCommands);
        Assert.Equal(first.Number, owners.IncidentOfMessage(Examples.Now.AddHours(2), Examples.Now.AddHours(4)));
        Assert.Equal(second.Number, owners.IncidentOfMessage(Examples.Now.AddHours(4), Examples.Now.AddHours(4)));
        Assert.Null(owners.IncidentOfMessage(Examples.Now.AddHours(-1), Examples.Now.AddHours(4)));
        Assert.Null(owners.IncidentOfMessage(Examples.Now.AddHours(2), Examples.Now.AddDays(4)));
    }

    private static Incident Later(DateTimeOffset at)
    {
        var incident = Incident.Declare(new Declaration("Search is slow", Severity.Sev2), Examples.Ben, at).Value!;
        typeof(Incident).GetProperty(nameof(incident.Number))!.SetValue(incident, 13);
        return incident;
    }
}
