using System.Security.Cryptography;
using System.Text;
using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Forms;

/// <summary>The merged answers, or the response that shows a warning instead.</summary>
internal sealed record SharedAnswers(ViewState State, ViewSubmissionResponse? Instead = null);

/// <summary>
/// Forms that several people may have open at once. No one's words are replaced unseen: the second person sees beside
/// the field what it says now and who wrote it, keeps what they typed, and replaces it by pressing again. That they were
/// warned is stored in the database, so a restart or another instance does not ask twice.
/// </summary>
internal sealed class SharedForms(IncidentDb db, RequestLedger ledger, PeopleDirectory people, TimeProvider time)
{
    private const int Shown = 300;
    private const string Version = "Version";

    // No one reads a sentence and decides faster; an earlier press is the second half of a double click.
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(1);

    /// <summary>Merges a form with the current state. An identical earlier submission counts as done; the caller saves.</summary>
    /// <param name="submission">The form.</param>
    /// <param name="form">What it is now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<SharedAnswers> ReadAsync(ViewSubmission submission, SharedForm form, CancellationToken cancellationToken)
    {
        if (await IsRepeatedAsync(submission, cancellationToken))
        {
            return new SharedAnswers(submission.View.State, ViewSubmissionResponse.Close);
        }

        var merge = FormMerge.Of(submission.View, form);
        if (merge.Conflicts.Count > 0)
        {
            var sentences = new Dictionary<string, string>();
            foreach (var conflict in merge.Conflicts)
            {
                sentences[conflict.Block] = await SentenceAsync(conflict, form.WriterOf(conflict.Block), submission, cancellationToken);
            }

            var changes = string.Join('\n', merge.Conflicts.Select(conflict => $"{conflict.Block}={conflict.Theirs.Value}"));
            if (await WarnOnceAsync(submission, sentences, changes, cancellationToken) is { } warning)
            {
                return new SharedAnswers(submission.View.State, warning);
            }
        }

        ledger.Record(KeyOfContent(submission));
        return new SharedAnswers(merge.State);
    }

    /// <summary>Warns under the fields about changes by others; null when the person has seen the warning and submits again.</summary>
    /// <param name="submission">The form.</param>
    /// <param name="sentences">What to say, by block_id.</param>
    /// <param name="changes">Identifies the changes: the same text does not warn twice.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ViewSubmissionResponse?> WarnOnceAsync(
        ViewSubmission submission, IReadOnlyDictionary<string, string> sentences, string changes, CancellationToken cancellationToken)
    {
        var key = $"told:{submission.View.Id}:{Hash(changes)}";
        if (await ledger.FindAsync(key, cancellationToken) is not { } warned)
        {
            await EnsureOneStateAsync(cancellationToken);
            ledger.Record(key);
            await db.SaveChangesAsync(cancellationToken);
            return ViewSubmissionResponse.Errors(sentences);
        }

        return time.GetUtcNow() - warned.At < Reading ? ViewSubmissionResponse.Errors(sentences) : null;
    }

    /// <summary>Whether an identical submission of this form was already carried out.</summary>
    public async Task<bool> IsRepeatedAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        await ledger.FindAsync(KeyOfContent(submission), cancellationToken) is not null;

    /// <summary>The name of a person as the reader sees it.</summary>
    public async Task<string> NameAsync(PersonId? person, ViewSubmission reader, CancellationToken cancellationToken) => person switch
    {
        null => "Someone",
        { } self when self.Value == reader.User.Id => "You",
        { } other => (await people.FindAsync(other, cancellationToken)).Name,
    };

    /// <summary>
    /// PostgreSQL reads a row and its lists one after the other, so a change may come in between. Writes are
    /// checked when they are saved; an answer is checked here.
    /// </summary>
    private async Task EnsureOneStateAsync(CancellationToken cancellationToken)
    {
        var versioned = db.ChangeTracker.Entries()
            .Where(entry => entry.Metadata.FindProperty(Version) is { IsConcurrencyToken: true }).ToList();
        foreach (var entry in versioned)
        {
            var stored = await entry.GetDatabaseValuesAsync(cancellationToken);
            if (stored is null || !Equals(stored[Version], entry.OriginalValues[Version]))
            {
                throw new DbUpdateConcurrencyException("The rows changed while they were being read.");
            }
        }
    }

    private async Task<string> SentenceAsync(
        FieldConflict conflict, PersonId? writer, ViewSubmission submission, CancellationToken cancellationToken)
    {
        var name = await NameAsync(writer, submission, cancellationToken);
        var words = conflict.Theirs.Words;
        if (conflict.Theirs.People.Count > 0)
        {
            var chosen = await people.FindAllAsync(conflict.Theirs.People.Select(id => new PersonId(id)), cancellationToken);
            words = string.Join(", ", chosen.Values.Select(person => person.Name));
        }

        return words.Length == 0
            ? $"{name} cleared this field in the meantime. Press the button again to save your answer."
            : $"{name} changed this field in the meantime. It now says: “{SlackText.Truncate(words, Shown)}”. Press the button "
                + $"again to replace it with yours.";
    }

    private static string KeyOfContent(ViewSubmission submission) =>
        $"{RequestLedger.KeyOf(submission)}:{Hash(Answers(submission))}";

    private static string Answers(ViewSubmission submission) =>
        string.Join('\n', submission.View.State.Fields().Select(field => $"{field}={Content(submission, field)}"));

    private static string Content(ViewSubmission submission, string field) => submission.View.State.Values.GetProperty(field).GetRawText();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
