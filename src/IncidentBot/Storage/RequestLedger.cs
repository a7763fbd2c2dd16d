using IncidentBot.Slack.Payloads;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Storage;

/// <summary>Records requests that were carried out, in the same save.</summary>
internal sealed class RequestLedger(IncidentDb db, TimeProvider time)
{
    /// <summary>A modal is one request, however often it is sent.</summary>
    public static string KeyOf(ViewSubmission submission) => $"{submission.View.CallbackId}:{submission.View.Id}";

    public async Task<HandledRequest?> FindAsync(string key, CancellationToken cancellationToken) =>
        await db.HandledRequests.FindAsync([key], cancellationToken);

    public void Record(string key, string outcome = "") =>
        db.HandledRequests.Add(new HandledRequest { Key = key, At = time.GetUtcNow(), Outcome = outcome });
}
