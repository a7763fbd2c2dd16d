using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Effects;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.Features.WriteUps.Sharing;

/// <summary>Answers "Brief leadership" and "Tell related teams".</summary>
internal sealed class OpenSharing(PostMortemViews views, ModalOpener modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is { } view)
        {
            await modals.ShowAsync(
                request, SharingModal.Render(view, PostMortemActions.StepOf(request.Action.ActionId)), cancellationToken);
        }
    }
}

/// <summary>Sends the write-up to the chosen people, once to each, and records the step.</summary>
internal sealed class ShareWriteUp(
    IncidentDb db, PostMortemViews views, PeopleDirectory people, SlackWorkspace workspace, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var (step, by, now) = (Enum.Parse<SharingStep>(key.Section), new PersonId(submission.User.Id), time.GetUtcNow());
        var (recipients, text, how) = SharingModal.Read(submission.View.State);
        var found = await views.FindAsync(by, key.Number, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(SharingModal.Blocks.People, found.Refusal.Sentence);
        }

        var shared = await RefusalAsync(found.Value, recipients, cancellationToken) is { } refusal
            ? refusal
            : found.Value.PostMortem.WriteUp.Share(step, recipients, how, by, now);
        if (!shared.Ok)
        {
            return ViewSubmissionResponse.Error(shared.Refusal.Field ?? SharingModal.Blocks.People, shared.Refusal.Sentence);
        }

        await SendAsync(found.Value, shared.Value, text, by, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return ViewSubmissionResponse.Close;
    }

    /// <summary>Bots can't read it, and a private write-up is not sent to people who may not see the incident.</summary>
    private async Task<Refusal?> RefusalAsync(PostMortemView view, IReadOnlyList<PersonId> recipients, CancellationToken cancellationToken)
    {
        var known = await people.FindAllAsync(recipients, cancellationToken);
        if (known.Values.FirstOrDefault(person => person.IsBot || person.IsDeactivated) is { } nobody)
        {
            return new Refusal($"{nobody.Name} can't receive the write-up. Choose someone else.", SharingModal.Blocks.People);
        }

        return recipients.Where(person => !IncidentVisibility.Sees(person, view.Incident)).Select(person => known[person].Name)
            .FirstOrDefault() is { } outside
            ? new Refusal(
                $"This incident is private, and {outside} is not in its channel. Invite them there first.", SharingModal.Blocks.People)
            : null;
    }

    private async Task SendAsync(
        PostMortemView view, IReadOnlyList<PersonId> recipients, string text, PersonId by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var writeUp = await db.BotMessages.FindAsync([BotMessageNames.WriteUpOf(view.Number)], cancellationToken);
        var link = writeUp is null ? Mrkdwn.Empty : Mrkdwn.Link(workspace.Permalink(writeUp.ChannelId, writeUp.Ts), "Read the write-up");
        var heading = Mrkdwn.Text($"{Mrkdwn.User(by.Value)} shared the post-mortem of *{IncidentWords.Title(view.Incident)}* with you");
        var content = new MessageContent(
            heading,
            [
                new SectionBlock(heading),
                .. text.Length == 0 ? [] : new Block[] { new SectionBlock(PostMortemWords.Fit(text, SectionBlock.MaxTextLength)) },
                .. link.IsEmpty ? [] : new Block[] { new ContextBlock(link) },
                new ActionsBlock(new Button(PostMortemActions.Read, "Mark as read") { Value = view.Subject }),
            ]);
        foreach (var person in recipients)
        {
            db.Enqueue(Lane.Person(person), new Post(Address.Person(person), content), now);
        }

        db.Enqueue(Lane.Incident(view.Number), new RefreshCard(BotMessageNames.Sharing, view.Subject), now);
    }
}
