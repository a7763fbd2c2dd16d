using System.Text.Json;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Timelines;
using IncidentBot.Features.Board;
using IncidentBot.Features.Lifecycle;
using IncidentBot.Features.PostMortems;
using IncidentBot.Features.WriteUps.Sections;
using IncidentBot.PostMortems;
using IncidentBot.Slack;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Tests.Features.PostMortems;

/// <summary>The harm of a habit is said in the form where someone could give in to it.</summary>
public sealed class HarmWordsTests
{
    private const string NoChange = "Without a change, the same incident can happen again.";
    private const string NoFollowUp = "Without follow-up, actions drift and people stop believing in post-mortems.";
    private const string OnlyBigOnes = "Small incidents often share their causes with big ones, and cost less to learn from.";

    [Fact]
    [Trait("Requirement", "R114")]
    public void Where_no_action_items_and_the_review_dates_are_decided_the_harm_is_said()
    {
        var view = WrittenPostMortem.Full();

        Assert.Contains(NoChange, TextOf(SectionModal.Render(view, new PostMortemKey(1, "no_actions"))), StringComparison.Ordinal);
        Assert.Contains(NoFollowUp, TextOf(FollowUpModal.Render(view)), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Requirement", "R114")]
    [InlineData(Severity.Sev2, false)]
    [InlineData(Severity.Sev3, true)]
    [InlineData(Severity.Sev4, true)]
    public void Where_the_post_mortem_of_a_small_incident_is_waived_the_harm_is_said(Severity severity, bool isSaid) => Assert.Equal(
        isSaid,
        TextOf(WaiveModal.Render(new PostMortemKey(1), new PostMortemLoad(1, null), severity))
            .Contains(OnlyBigOnes, StringComparison.Ordinal));

    [Theory]
    [Trait("Requirement", "R17")]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Where_many_were_required_lately_the_form_after_the_resolve_says_so(int required, bool isSaid)
    {
        var incident = WrittenPostMortem.Full().Incident;
        var form = WhatHappenedModal.Render(incident, Gaps.Of(incident, []), new PostMortemLoad(required, "Checkout"));

        Assert.Equal(
            isSaid, TextOf(form).Contains($"for Checkout in the last 30 days: {required}. Too many tire people", StringComparison.Ordinal));
    }

    private static string TextOf(Modal modal) => JsonSerializer.Serialize(modal.Blocks, SlackJson.Options);
}
