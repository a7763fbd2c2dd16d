using System.Text.Json;
using IncidentBot.Slack;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Forms.Wording;

/// <summary>
/// A form as its handler knows it: with its original block_ids, without findings, and with what
/// it showed when it was opened, so that two people's changes can be merged.
/// </summary>
internal sealed record OpenedForm(ViewSubmission Submission, ViewInfo Sent)
{
    /// <summary>An answer of the handler, with the current block_ids of the form.</summary>
    public ViewSubmissionResponse Answer(ViewSubmissionResponse response) => response.FieldErrors is { } errors
        ? ViewSubmissionResponse.Errors(errors.ToDictionary(error => IdOf(error.Key), error => error.Value))
        : response;

    /// <summary>The current block_id of a field.</summary>
    public string IdOf(string field) =>
        Sent.InputBlockIds.FirstOrDefault(id => !FieldIds.IsFinding(id) && FieldIds.Of(id) == field) ?? field;
}

/// <summary>Records what a form showed when it was opened, before the open form is changed.</summary>
internal sealed class OpenedForms(IncidentDb db, RequestLedger ledger)
{
    public async Task<OpenedForm> ReadAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var view = submission.View;
        var opened = await ledger.FindAsync(KeyOf(view), cancellationToken) is { } known
            ? JsonElement.Parse(known.Outcome)
            : AsOpened(view);
        return new OpenedForm(submission with { View = view with { Blocks = opened, State = Fields(view.State) } }, view);
    }

    /// <summary>Called before the first change. Saves.</summary>
    public async Task RememberAsync(ViewInfo view, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(KeyOf(view), cancellationToken) is null)
        {
            ledger.Record(KeyOf(view), AsOpened(view).GetRawText());
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static string KeyOf(ViewInfo view) => $"opened:{view.Id}";

    private static JsonElement AsOpened(ViewInfo view) => JsonSerializer.SerializeToElement(
        (view.Blocks is { ValueKind: JsonValueKind.Array } blocks ? blocks.EnumerateArray() : default)
            .Where(block => !FieldIds.IsFinding(block.TryGetProperty("block_id", out var id) ? id.GetString() : null)),
        SlackJson.Options);

    private static ViewState Fields(ViewState state) => new(JsonSerializer.SerializeToElement(
        state.Fields().Where(id => !FieldIds.IsFinding(id)).ToDictionary(FieldIds.Of, id => state.Values.GetProperty(id)),
        SlackJson.Options));
}
