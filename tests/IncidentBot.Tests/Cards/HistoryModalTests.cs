using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Tests.Cards;

public sealed class HistoryModalTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ana = new("U0ANA00001");
    private static readonly PersonId Ben = new("U0BEN00001");

    [Fact]
    public void The_people_of_a_change_are_mentioned_and_words_that_look_like_ids_are_not()
    {
        var change = new ActionChange(At, null, "reassigned to U0ANA00001: U0BEN00001 left, blocked by UTF8BOM & W3CSPEC")
        {
            People = [Ana, Ben],
        };

        Assert.Equal(
            "reassigned to <@U0ANA00001>: <@U0BEN00001> left, blocked by UTF8BOM &amp; W3CSPEC _by IncidentBot_",
            HistoryModal.Of(change).What.Content);
    }

    [Fact]
    public void A_change_of_an_item_names_its_section_and_its_author()
    {
        var change = new PostMortemChange(At, Ben, "learning added", Section: "Learnings");

        Assert.Equal("Learnings: learning added _by_ <@U0BEN00001>", HistoryModal.Of(change).What.Content);
    }
}
