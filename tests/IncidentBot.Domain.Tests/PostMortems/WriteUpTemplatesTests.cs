using IncidentBot.Domain.WriteUps;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class WriteUpTemplatesTests
{
    [Fact]
    [Trait("Requirement", "R104")]
    public void The_default_is_one_page()
    {
        Assert.Equal(WriteUpTemplates.OnePage, WriteUpTemplates.All[0].Key);
        Assert.DoesNotContain(DocumentSection.Whys, WriteUpTemplates.All[0].Sections);
    }

    [Fact]
    [Trait("Requirement", "D11")]
    public void Every_section_is_in_a_template_and_the_complete_template_has_every_column()
    {
        Assert.Empty(WriteUpSections.All.Where(section => section.IsPrinted).Select(section => section.Id)
            .Except(WriteUpTemplates.All.SelectMany(template => template.Sections)));
        var complete = WriteUpTemplates.Find("COMPLETE")!;
        Assert.Equal(Enum.GetValues<TimelineColumn>(), complete.Columns);
        Assert.Equal(Enum.GetValues<ActionColumn>(), complete.ActionColumns);
    }

    [Fact]
    [Trait("Requirement", "D11")]
    public void Template_keys_and_names_are_unique_and_names_fit_into_a_menu()
    {
        Assert.Equal(WriteUpTemplates.All.Count, WriteUpTemplates.All.Select(template => template.Key).Distinct().Count());
        Assert.Equal(WriteUpTemplates.All.Count, WriteUpTemplates.All.Select(template => template.Name).Distinct().Count());
        Assert.All(WriteUpTemplates.All, template => Assert.InRange(template.Name.Length, 1, 75));
        Assert.All(WriteUpTemplates.All, template => Assert.Equal(template.Sections.Count, template.Sections.Distinct().Count()));
    }

    [Theory]
    [Trait("Requirement", "D11")]
    [InlineData("Learning", "learning")]
    [InlineData("novel", null)]
    public void Only_an_existing_template_can_be_chosen(string key, string? chosen)
    {
        var postMortem = RequiredPostMortem();

        Assert.Equal(chosen is not null, postMortem.WriteUp.ChooseTemplate(key, Ana, Resolved).Ok);
        Assert.Equal(chosen, postMortem.WriteUp.Template);
    }
}
