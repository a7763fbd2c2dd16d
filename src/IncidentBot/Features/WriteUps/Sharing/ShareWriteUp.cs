using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.WriteUps.Sharing;

/// <summary>Answers "Brief leadership" and "Tell related teams".</summary>
internal sealed class OpenSharing(PostMortemForms forms) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        asked => SharingModal.Render(asked.View, PostMortemActions.StepOf(request.Action.ActionId)),
        cancellationToken);
}

/// <summary>Sends the write-up to the chosen people, once to each, and records the step.</summary>
internal sealed class ShareWriteUp(
    IncidentDb db, PostMortemChanges changes, PeopleDirectory people, SlackWorkspace workspace, IOptions<RemindersOptions> options)
    : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        return changes.SubmitAsync(
            submission,
            key,
            SharingModal.Blocks.People,
            async request => ButtonValue.Read(key.Section).Member<SharingStep>() is { } step
                ? await DecideAsync(submission, step, request, cancellationToken)
                : new Refusal("This form is out of date. Close the form and press the button again."),
            cancellationToken);
    }

    private async Task<FormDecision> DecideAsync(
        ViewSubmission submission, SharingStep step, PostMortemRequest request, CancellationToken cancellationToken)
    {
        var (recipients, text, otherWay) = SharingModal.Read(submission.View.State);
        if (await RefusalAsync(request.View, recipients, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var shared = request.PostMortem.WriteUp.Share(step, recipients, otherWay, request.By, request.Now);
        if (shared.Ok)
        {
            await SendAsync(request, shared.Value, text, cancellationToken);
        }

        return new FormDecision(shared.Refusal);
    }

    /// <summary>Refuses bots and deactivated people, and for a private incident people who can't see it.</summary>
    private async Task<Refusal?> RefusalAsync(PostMortemView view, IReadOnlyList<PersonId> recipients, CancellationToken cancellationToken)
    {
        var known = await people.FindAllAsync(recipients, cancellationToken);
        if (known.Values.FirstOrDefault(person => person.IsBot || person.IsDeactivated) is { } unreachable)
        {
            return new Refusal($"{unreachable.Name} can't receive the write-up. Choose someone else.", SharingModal.Blocks.People);
        }

        return recipients.Where(person => !IncidentVisibility.Sees(person, view.Incident)).Select(person => known[person].Name)
            .FirstOrDefault() is { } outside
            ? new Refusal(
                $"This incident is private, and {outside} is not in its channel. Invite them to the channel first.",
                SharingModal.Blocks.People)
            : null;
    }

    private async Task SendAsync(
        PostMortemRequest request, IReadOnlyList<PersonId> recipients, string text, CancellationToken cancellationToken)
    {
        var (view, by, now) = request;
        var writeUp = await db.BotMessages.FindAsync([BotMessageNames.WriteUpOf(view.Number)], cancellationToken);
        var link = writeUp is null ? Mrkdwn.Empty : Mrkdwn.Link(workspace.Permalink(writeUp.ChannelId, writeUp.Ts), "Read the write-up");
        var heading = Mrkdwn.Text($"{Mrkdwn.User(by.Value)} shared the post-mortem of *{IncidentWords.Title(view.Incident)}* with you");
        var content = new MessageContent(
            heading,
            [
                new SectionBlock(heading),
                .. text.Length == 0 ? [] : new Block[] { new SectionBlock(Mrkdwn.Escape(text, SectionBlock.MaxTextLength)) },
                .. link.IsEmpty ? [] : new Block[] { new ContextBlock(link) },
                new ActionsBlock(new Button(PostMortemActions.MarkAsRead, "Mark as read") { Value = view.Subject }),
            ]);
        foreach (var person in (await people.FindAllAsync(recipients, cancellationToken)).Values)
        {
            // A lane of its own, so that nothing else waits for the end of the reader's quiet hours.
            var when = options.Value.Quiet.NextAllowed(now, person.Zone);
            var lane = when > now ? $"{Lane.Person(person.Id)}:{view.Number}" : Lane.Person(person.Id);
            db.Enqueue(lane, new Post(Address.Person(person.Id), content), now, notBefore: when);
        }
    }
}
