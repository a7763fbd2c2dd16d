using IncidentBot.Cards;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems.Overview;

/// <summary>The next thing to do for a post-mortem, made from its state, with the only primary button of the overview.</summary>
internal sealed record OverviewStep(Mrkdwn Text, Button Button)
{
    /// <summary>Null when there is nothing to do: it is published and shared, on hold, waived or not required.</summary>
    public static OverviewStep? Of(PostMortemView view) => view.PostMortem switch
    {
        var postMortem when PostMortemWords.IsClosed(postMortem) => null,
        { WriteUp.PublishedAt: not null } => Share(view),
        { HeldOrPublishedAt: not null } => Write(view),
        { DueAt: null } => null,
        { Meeting.Start: null } => new(Mrkdwn.Raw("choose a time for the meeting"), Of(PostMortemActions.Schedule, "Schedule", view)),
        { Facilitator: null } => new(Mrkdwn.Raw("find a facilitator"), Of(PostMortemActions.Facilitator, "Choose facilitator", view)),
        { Meeting.Start: { } start } =>
            new(Mrkdwn.Text($"hold the meeting, {Mrkdwn.Date(start)}"), Of(BoardActions.Open, "Start meeting", view)),
    };

    public SectionBlock Render() => new(Mrkdwn.Text($"*Next:* {Text}")) { Accessory = Button with { Style = ButtonStyle.Primary } };

    private static OverviewStep? Share(PostMortemView view) => view.PostMortem.WriteUp.OpenSharingSteps is [var step, ..]
        ? new(Mrkdwn.Text($"share it: {SharingWords.Task(step).ToLowerInvariant()}"), SharingWords.Button(step, view.Subject))
        : null;

    private static OverviewStep Write(PostMortemView view)
    {
        if (view.Completeness.Blocking.FirstOrDefault(line => line.Section is not DocumentSection.Corrections) is { } missing)
        {
            var section = WriteUpSections.Of(missing.Section);
            section = section.PartOf is { } whole ? WriteUpSections.Of(whole) : section;
            return new(Mrkdwn.Text($"complete the section *{section.Label}*"), SectionButton.To(section, view.Subject, "Complete"));
        }

        return view.PostMortem.WriteUp.DraftedAt is null
            ? new(Mrkdwn.Raw("let everyone read the draft"), Of(PostMortemActions.ShareDraft, "Share draft", view))
            : new(Mrkdwn.Raw("publish the write-up"), Of(PostMortemActions.Publish, "Publish", view));
    }

    private static Button Of(string action, string label, PostMortemView view) => new(action, label) { Value = view.Subject };
}
