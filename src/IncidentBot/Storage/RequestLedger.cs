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

    public HandledRequest Record(string key, string outcome = "") =>
        db.HandledRequests.Add(new HandledRequest { Key = key, At = time.GetUtcNow(), Outcome = outcome }).Entity;

    /// <summary>
    /// Records the request before its work, in a transaction of the caller, who adds the outcome. The same request sent again at the same
    /// moment stops here, before it takes a number that no one would ever see used.
    /// </summary>
    public async Task<HandledRequest> ClaimAsync(string key, CancellationToken cancellationToken)
    {
        var request = Record(key);
        await db.SaveChangesAsync(cancellationToken);
        return request;
    }
}
