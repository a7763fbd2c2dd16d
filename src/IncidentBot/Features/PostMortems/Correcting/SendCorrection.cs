using IncidentBot.Domain;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.Correcting;

/// <summary>Answers "Something is wrong". The correction has its id from the start, so that sending it twice sends it once.</summary>
internal sealed class OpenCorrection(Dossiers dossiers, ModalOpener modals, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not null)
        {
            await modals.ShowAsync(request, WrongModal.Render(new CorrectionKey(number, Guid.CreateVersion7(time.GetUtcNow()))), cancellationToken);
        }
    }
}

/// <summary>Takes the correction: it goes into the thread, where it is answered.</summary>
internal sealed class SendCorrection(IncidentDb db, Dossiers dossiers, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (key, by, now) = (CorrectionKey.Read(submission.View.PrivateMetadata), new PersonId(submission.User.Id), time.GetUtcNow());
        var (text, section) = WrongModal.Read(submission.View.State);
        var found = await dossiers.FindAsync(by, key.Number, cancellationToken);
        var sent = found.Ok ? found.Value.PostMortem.Propose(key.Id, text, section, by, now) : found.Refusal;
        if (!sent.Ok)
        {
            return ViewSubmissionResponse.Error(WrongModal.Blocks.Text, sent.Refusal.Sentence);
        }

        await db.RefreshCorrectionAsync(key, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}

/// <summary>What shows a correction.</summary>
internal static class CorrectionSurfaces
{
    /// <summary>Its card, the draft's and the board. The caller saves.</summary>
    public static async Task RefreshCorrectionAsync(this IncidentDb db, CorrectionKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lane = Lane.Incident(key.Number);
        db.Enqueue(lane, new RefreshCard(BotMessageNames.Correction, key.Write()), now);
        await db.RefreshDraftAsync(key.Number, now, cancellationToken);
        await db.RefreshBoardAsync(key.Number, now, cancellationToken);
    }

    /// <summary>The draft's message, once it is out. The caller saves.</summary>
    public static async Task RefreshDraftAsync(this IncidentDb db, int number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.BotMessages.FindAsync([DraftCard.NameOf(number)], cancellationToken) is not null)
        {
            db.Enqueue(Lane.Incident(number), new RefreshCard(BotMessageNames.Draft, number.ToString(System.Globalization.CultureInfo.InvariantCulture)), now);
        }
    }
}
