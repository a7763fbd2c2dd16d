using IncidentBot.Domain.Board;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Tests.Board;

public sealed class AgendaProfilesTests
{
    [Theory]
    [Trait("Requirement", "D8")]
    [InlineData("standard-90", 90, "Opening 5, Open actions 10, Timeline 20, 5 Whys 25, Contributing factors 10, Actions 15, Close 5")]
    [InlineData("workshop", 85, "Opening 5, Timeline 25, Root cause 30, Contributing factors 10, Actions 15")]
    [InlineData("structured", 95, "Opening 5, Timeline 35, Systems analysis 30, Learning and actions 20, Close 5")]
    [InlineData("classic-60", 60, "Opening 5, Timeline 20, Root cause 15, Actions 15, Close 5")]
    [InlineData("review-50", 50, "Open actions 10, Current incident 30, Patterns 10")]
    [InlineData("lite-30", 30, "Opening 2, Timeline 8, Whys 10, Action 7, Close 3")]
    public void Each_profile_has_its_phases_and_minutes(string key, int minutes, string phases)
    {
        var profile = AgendaProfiles.Find(key)!;

        Assert.Equal(minutes, profile.Length.TotalMinutes);
        Assert.Equal(phases, string.Join(", ", profile.Phases.Select(phase => $"{phase.Name} {phase.Length.TotalMinutes:0}")));
    }

    [Theory]
    [InlineData(Severity.Sev1, "standard-90")]
    [InlineData(Severity.Sev2, "standard-90")]
    [InlineData(Severity.Sev3, "lite-30")]
    [InlineData(Severity.Sev4, "lite-30")]
    public void The_severity_decides_which_agenda_is_offered(Severity severity, string expected) =>
        Assert.Equal(expected, AgendaProfiles.For(severity).Key);

    [Theory]
    [InlineData(Severity.Sev1, null, "standard-90")]
    [InlineData(Severity.Sev1, 120, "standard-90")]
    [InlineData(Severity.Sev1, 90, "standard-90")]
    [InlineData(Severity.Sev1, 89, "workshop")]
    [InlineData(Severity.Sev1, 60, "classic-60")]
    [InlineData(Severity.Sev1, 50, "review-50")]
    [InlineData(Severity.Sev1, 30, "lite-30")]
    [InlineData(Severity.Sev1, 29, "standard-90")]
    [InlineData(Severity.Sev3, 90, "lite-30")]
    public void The_booked_length_decides_too(Severity severity, int? minutes, string expected) =>
        Assert.Equal(expected, AgendaProfiles.For(severity, minutes is { } booked ? TimeSpan.FromMinutes(booked) : null).Key);

    [Fact]
    [Trait("Requirement", "D7")]
    public void Old_actions_are_reviewed_right_after_the_opening() =>
        Assert.Equal(
            [AgendaPhaseKind.Opening, AgendaPhaseKind.OpenActions, AgendaPhaseKind.Timeline],
            AgendaProfiles.For(Severity.Sev1).Phases.Take(3).Select(phase => phase.Kind));

    [Fact]
    public void Only_the_agenda_in_writing_lasts_days() =>
        Assert.Equal(["async"], AgendaProfiles.All.Where(profile => profile.IsAsync).Select(profile => profile.Key));

    [Fact]
    public void No_profile_has_a_phase_twice() =>
        Assert.All(
            AgendaProfiles.All,
            profile => Assert.Equal(profile.Phases.Count, profile.Phases.Select(phase => phase.Kind).Distinct().Count()));

    [Fact]
    public void Every_phase_has_a_guide_and_a_card() => Assert.All(Enum.GetValues<AgendaPhaseKind>(), kind =>
    {
        Assert.EndsWith("?", PhaseGuide.Of(kind).Question, StringComparison.Ordinal);
        Assert.NotEmpty(PromptCards.For(kind));
    });

    [Fact]
    public void Every_card_belongs_to_a_phase()
    {
        var shown = Enum.GetValues<AgendaPhaseKind>().SelectMany(PromptCards.For).ToHashSet();

        Assert.All(
            [.. PromptCards.Learning, .. PromptCards.Moment, .. PromptCards.Cause, .. PromptCards.Safety, .. PromptCards.Lenses],
            card => Assert.Contains(card, shown));
    }
}
