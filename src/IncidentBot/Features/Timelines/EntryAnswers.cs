using IncidentBot.Domain;
using IncidentBot.Forms;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Timelines;

/// <summary>Reads the form of an entry that others may have changed since it was opened.</summary>
internal sealed class EntryAnswers(EntryForms forms, SharedForms shared)
{
    /// <summary>A removed entry is not in the list, so it was removed while this form was open.</summary>
    public async Task<SharedAnswers> ReadAsync(
        ViewSubmission submission, EntryFormTarget chosen, PersonId person, CancellationToken cancellationToken)
    {
        if (chosen is { Message: null, Entry: { IsRemoved: true } removed })
        {
            var name = await shared.NameAsync(removed.EditedBy, submission, cancellationToken);
            var told = await shared.WarnOnceAsync(
                submission,
                new Dictionary<string, string>
                {
                    [EntryModal.Blocks.Text] = $"{name} has removed this entry. Press Save again to restore it as shown here.",
                },
                $"removed {removed.Version}",
                cancellationToken);
            return new SharedAnswers(submission.View.State, told);
        }

        var now = chosen.Message is { } message
            ? await forms.ForAsync(message, person, cancellationToken)
            : await forms.ForAsync(chosen.Entry!, person, cancellationToken);
        return await shared.ReadAsync(submission, new SharedForm(EntryModal.Render(now), _ => chosen.Entry?.EditedBy), cancellationToken);
    }
}
