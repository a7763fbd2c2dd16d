using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems;

namespace IncidentBot.Tests.Commands;

public sealed class ButtonValueTests
{
    private static readonly Guid Id = Guid.Parse("0195e2f0-1111-7222-8333-444455556666");

    [Fact]
    public void Every_kind_of_part_is_read_as_it_was_written()
    {
        var value = ButtonValue.Read(ButtonValue.Write(
            12, Id, new DateOnly(2026, 5, 15), Milestone.FirstSymptom, new PersonId("U024BE7LH"), "summary", 1772528400L));

        Assert.Equal(12, value.Number());
        Assert.Equal(Id, value.Id(1));
        Assert.Equal(new DateOnly(2026, 5, 15), value.Day(2));
        Assert.Equal(Milestone.FirstSymptom, value.Member<Milestone>(3));
        Assert.Equal("U024BE7LH", value.Text(4));
        Assert.Equal("summary", value.Text(5));
        Assert.Equal(1772528400L, value.Seconds(6));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("-1:x:99999999:9:")]
    [InlineData("99999999999:::")]
    [InlineData("|||")]
    public void What_cannot_be_read_reads_as_nothing(string? text)
    {
        var value = ButtonValue.Read(text);

        Assert.Equal(0, value.Number());
        Assert.Equal(Guid.Empty, value.Id(1));
        Assert.Null(value.Day(2));
        Assert.Null(value.Member<Milestone>(3));
        Assert.Equal("", value.Text(9));
    }

    [Theory]
    [InlineData("12", "", "00000000-0000-0000-0000-000000000000")]
    [InlineData("12:summary", "summary", "00000000-0000-0000-0000-000000000000")]
    [InlineData("12:factor:0195e2f0-1111-7222-8333-444455556666", "factor", "0195e2f0-1111-7222-8333-444455556666")]
    public void Buttons_of_the_releases_before_are_still_read(string value, string section, string item)
    {
        var key = PostMortemKey.ReadValue(value);

        Assert.Equal(new PostMortemKey(12, section, Guid.Parse(item)), key);
    }

    [Fact]
    public void A_form_that_was_open_before_the_service_was_replaced_is_still_read()
    {
        var key = PostMortemKey.Read("12|factor|0195e2f0-1111-7222-8333-444455556666|V1|V2|U1|seen:it");

        Assert.Equal(new PostMortemKey(12, "factor", Id, "V1", "V2", "U1", "seen:it"), key);
        Assert.Equal(key, PostMortemKey.Read(key.Write()));
    }
}
