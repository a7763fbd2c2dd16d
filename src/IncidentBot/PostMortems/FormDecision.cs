using IncidentBot.Domain;
using IncidentBot.Forms.Wording;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.PostMortems;

/// <summary>The outcome of a submitted form: the change is saved, it is refused under a field, or the person first gets another response,
/// such as a warning.</summary>
internal sealed record FormDecision(Refusal? Refusal = null, ViewSubmissionResponse? Response = null)
{
    /// <summary>The form after its blame review, with its current block ids; null for forms without one.</summary>
    public OpenedForm? Form { get; init; }

    /// <summary>The post-mortem that the modals below show afterwards; null to show the loaded one.</summary>
    public PostMortemView? RefreshWith { get; init; }

    /// <summary>The response when the change is saved.</summary>
    public ViewSubmissionResponse SavedResponse { get; init; } = ViewSubmissionResponse.Close;

    public static implicit operator FormDecision(Result result) => new(result.Refusal);

    public static implicit operator FormDecision(Refusal refusal) => new(refusal);

    public static implicit operator FormDecision(ViewSubmissionResponse response) => new(Response: response);

    public ViewSubmissionResponse AnswerWith(Func<Refusal, ViewSubmissionResponse> refuse)
    {
        var answer = Response ?? (Refusal is { } refusal ? refuse(refusal) : SavedResponse);
        return Form?.Answer(answer) ?? answer;
    }
}
