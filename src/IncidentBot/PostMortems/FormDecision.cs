using IncidentBot.Domain;
using IncidentBot.Forms.Wording;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.PostMortems;

/// <summary>What became of a form: its change is saved, refused under a field, or answered with something else first.</summary>
internal sealed record FormDecision(Refusal? Refusal = null, ViewSubmissionResponse? Instead = null)
{
    /// <summary>The form whose words were looked at, under the ids that its fields have now; null for others.</summary>
    public OpenedForm? Form { get; init; }

    /// <summary>What the modals below show afterwards, when it is not what was loaded.</summary>
    public PostMortemView? Shown { get; init; }

    /// <summary>What the form becomes when its change is saved.</summary>
    public ViewSubmissionResponse Saved { get; init; } = ViewSubmissionResponse.Close;

    public static implicit operator FormDecision(Result result) => new(result.Refusal);

    public static implicit operator FormDecision(Refusal refusal) => new(refusal);

    public static implicit operator FormDecision(ViewSubmissionResponse instead) => new(Instead: instead);

    public ViewSubmissionResponse AnswerWith(Func<Refusal, ViewSubmissionResponse> refuse)
    {
        var answer = Instead ?? (Refusal is { } refusal ? refuse(refusal) : Saved);
        return Form?.Answer(answer) ?? answer;
    }
}
