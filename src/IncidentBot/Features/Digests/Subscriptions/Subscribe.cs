using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Subscriptions;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Digests.Subscriptions;

/// <summary>Reads what someone and the channel in which they are are subscribed to.</summary>
internal sealed class SubscriptionLists(IncidentDb db, SlackWorkspace workspace)
{
    public async Task<Modal> RenderAsync(PersonId reader, string channel, string service, CancellationToken cancellationToken)
    {
        var existing = await db.ServiceSubscriptions.AsNoTracking()
            .Where(each => each.Target == reader.Value || (channel != "" && each.Target == channel))
            .OrderBy(each => each.Service).ThenBy(each => each.Target).ToListAsync(cancellationToken);
        return SubscriptionsModal.Render(existing, channel, service, reader.Value);
    }

    /// <summary>The channel if it can subscribe. Empty for direct messages, #incidents, which has it all, and incident channels.</summary>
    public async Task<string> ChannelAsync(string channel, CancellationToken cancellationToken) =>
        channel.Length > 0 && channel[0] is 'C' or 'G' && channel != workspace.AnnouncementChannelId
        && !await db.Channels.AnyAsync(IncidentChannel.Is(channel), cancellationToken)
            ? channel
            : "";
}

/// <summary>Answers <c>/incident subscribe [service]</c> with the list and the form.</summary>
internal sealed class SubscribeVerb(SubscriptionLists lists, ModalOpener modals) : IVerb
{
    private const int MostWords = 3;

    /// <summary>"Subscribe button is broken" is a title.</summary>
    public bool Accepts(string arguments)
    {
        var words = SlackText.Plain(arguments).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords
            && !Enumerable.Range(0, words.Length).Any(from => TypedLogFilter.ReadsLikeTitle(string.Join(' ', words[from..])));
    }

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var channel = await lists.ChannelAsync(request.Command.ChannelId, cancellationToken);
        var service = ServiceName.Check(SlackText.Plain(request.Arguments)) is { Ok: true, Value: var name } ? name : "";
        return await modals.AnswerAsync(
            request.Command, await lists.RenderAsync(request.Actor, channel, service, cancellationToken), cancellationToken);
    }
}

/// <summary>Answers the form: subscribes once, however often it is sent, and shows the list again.</summary>
internal sealed class Subscribe(IncidentDb db, SubscriptionLists lists, ISlackApi slack, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (by, state, channel) = (new PersonId(submission.User.Id), submission.View.State, submission.View.PrivateMetadata ?? "");
        var target = channel.Length > 0 && SubscriptionsModal.IsForChannel(state) ? channel : by.Value;
        var now = time.GetUtcNow();
        var created = ServiceSubscription.Create(
            Guid.CreateVersion7(now), target, SubscriptionsModal.ReadService(state), by, now);
        if (!created.Ok)
        {
            return ViewSubmissionResponse.Error(ServiceField.Block, created.Refusal.Sentence);
        }

        if (await WhyNotAsync(created.Value, cancellationToken) is { } refusal)
        {
            return ViewSubmissionResponse.Error(refusal.Field!, refusal.Sentence);
        }

        await SaveAsync(created.Value, cancellationToken);
        return ViewSubmissionResponse.Update(await lists.RenderAsync(by, channel, "", cancellationToken));
    }

    private async Task<Refusal?> WhyNotAsync(ServiceSubscription wanted, CancellationToken cancellationToken)
    {
        if (await db.ServiceSubscriptions.CountAsync(each => each.Target == wanted.Target, cancellationToken)
            >= ServiceSubscription.MostOfOneTarget)
        {
            return new Refusal(
                $"That would be more than {ServiceSubscription.MostOfOneTarget} services. End one first; #incidents has them all.",
                ServiceField.Block);
        }

        if (wanted.IsPersonal)
        {
            return null;
        }

        var info = await slack.SendAsync(new ConversationsInfo(wanted.Target), cancellationToken);
        return info.Ok && info.Value.Channel.IsMember
            ? null
            : new Refusal(
                "I'm not in this channel. Type /invite with my name in it, then press Subscribe again.", SubscriptionsModal.Where);
    }

    private async Task SaveAsync(ServiceSubscription wanted, CancellationToken cancellationToken)
    {
        if (await db.ServiceSubscriptions.AnyAsync(
            each => each.Target == wanted.Target && each.ServiceKey == wanted.ServiceKey, cancellationToken))
        {
            return;
        }

        db.ServiceSubscriptions.Add(wanted);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (DuplicateKey.Is(exception))
        {
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>Answers "Unsubscribe": one's own, and those of the channel from which the list was opened.</summary>
internal sealed class Unsubscribe(IncidentDb db, SubscriptionLists lists, ISlackApi slack) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.View is not { } view)
        {
            return;
        }

        var (person, channel, id) = (request.User.Id, view.PrivateMetadata ?? "", ButtonValue.Read(request.Action.Data).Id());
        await db.ServiceSubscriptions
            .Where(each => each.Id == id && (each.Target == person || (channel != "" && each.Target == channel)))
            .ExecuteDeleteAsync(cancellationToken);
        var left = await lists.RenderAsync(new PersonId(person), channel, "", cancellationToken);
        await slack.SendAsync(new ViewsUpdate(left) { ViewId = view.Id }, cancellationToken);
    }
}
