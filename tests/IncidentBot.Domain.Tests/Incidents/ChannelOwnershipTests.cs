using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class ChannelOwnershipTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void An_own_channel_is_read_whenever_and_takes_commands_for_ever()
    {
        var own = ChannelOwnership.Own(7);

        Assert.True(own.Covers(DateTimeOffset.MinValue));
        Assert.True(own.Covers(DateTimeOffset.MaxValue));
        Assert.Equal((null, true, false), (own.ReadFrom, own.TakesCommands, own.IsBorrowed));
    }

    [Fact]
    public void A_borrowed_channel_is_read_from_the_declaration_until_a_day_after_the_end()
    {
        var incident = Given.Open();
        var end = Given.Now.AddHours(2);
        Assert.True(incident.Resolve(new Resolution(end, "It was the pool.", PostMortemTriggers.None), Given.Ada, end).Ok);

        var borrowed = ChannelOwnership.Borrowed(incident);

        Assert.Equal(incident.DeclaredAt, borrowed.ReadFrom);
        Assert.False(borrowed.Covers(incident.DeclaredAt - Second));
        Assert.True(borrowed.Covers(incident.DeclaredAt));
        Assert.True(borrowed.Covers(end.AddDays(1)));
        Assert.False(borrowed.Covers(end.AddDays(1) + Second));
    }

    [Fact]
    public void Between_an_end_and_a_reopening_a_borrowed_channel_belongs_to_others()
    {
        var incident = Given.Open();
        var end = Given.Now.AddHours(2);
        Assert.True(incident.Cancel("A false alarm", Given.Ada, end).Ok);
        var again = end.AddDays(5);
        Assert.True(incident.Reopen("It is back", Given.Ada, again).Ok);

        var borrowed = ChannelOwnership.Borrowed(incident);

        Assert.True(borrowed.Covers(end.AddDays(1)));
        Assert.False(borrowed.Covers(end.AddDays(1) + Second));
        Assert.False(borrowed.Covers(again - Second));
        Assert.True(borrowed.Covers(again));
        Assert.True(borrowed.Covers(again.AddYears(1)));
        Assert.True(borrowed.TakesCommands);
    }

    [Fact]
    public void Of_incidents_that_share_a_channel_the_open_one_answers_and_each_keeps_its_own_messages()
    {
        var first = Given.Open();
        Assert.True(first.Cancel("A false alarm", Given.Ada, Given.Now.AddHours(1)).Ok);
        var second = Later(Given.Now.AddHours(3));
        var owners = new ChannelOwners([ChannelOwnership.Borrowed(first), ChannelOwnership.Borrowed(second)]);

        Assert.Equal(second.Number, owners.IncidentForCommands);
        Assert.Equal(first.Number, owners.IncidentOfMessage(Given.Now.AddHours(2), Given.Now.AddHours(4)));
        Assert.Equal(second.Number, owners.IncidentOfMessage(Given.Now.AddHours(4), Given.Now.AddHours(4)));
        Assert.Null(owners.IncidentOfMessage(Given.Now.AddHours(-1), Given.Now.AddHours(4)));
        Assert.Null(owners.IncidentOfMessage(Given.Now.AddHours(2), Given.Now.AddDays(4)));
    }

    private static Incident Later(DateTimeOffset at)
    {
        var incident = Incident.Declare(new Declaration("Search is slow", Severity.Sev2), Given.Ben, at).Value!;
        typeof(Incident).GetProperty(nameof(incident.Number))!.SetValue(incident, 13);
        return incident;
    }
}
