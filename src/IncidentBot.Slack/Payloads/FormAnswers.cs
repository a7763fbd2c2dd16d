using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Slack.Payloads;

/// <summary>Compares and merges two submissions of a form, field by field, whatever the controls.</summary>
public static class FormAnswers
{
    /// <summary>The block_ids of a form's fields, in order.</summary>
    /// <param name="form">The form.</param>
    public static IEnumerable<string> Fields(this ViewState form) =>
        form.Values.ValueKind == JsonValueKind.Object ? form.Values.EnumerateObject().Select(each => each.Name) : [];

    /// <summary>The answer in a field; empty if there is no such field.</summary>
    /// <param name="form">The form.</param>
    /// <param name="block">The block_id.</param>
    public static FieldAnswer Answer(this ViewState form, string block) =>
        form.Values.ValueKind == JsonValueKind.Object && form.Values.TryGetProperty(block, out var actions)
        && actions.EnumerateObject().FirstOrDefault() is { Value.ValueKind: JsonValueKind.Object } element
            ? FieldAnswer.Of(element.Value)
            : FieldAnswer.Empty;

    /// <summary>The same form with one field taken from another form; without the field if the other form lacks it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="block">The block_id.</param>
    /// <param name="other">The form to take the field from.</param>
    public static ViewState With(this ViewState form, string block, ViewState other)
    {
        var mixed = form.Values.ValueKind == JsonValueKind.Object ? JsonObject.Create(form.Values)! : [];
        mixed.Remove(block);
        if (other.Values.ValueKind == JsonValueKind.Object && other.Values.TryGetProperty(block, out var theirs))
        {
            mixed[block] = JsonNode.Parse(theirs.GetRawText());
        }

        return new ViewState(JsonSerializer.SerializeToElement(mixed, SlackJson.Options));
    }

    /// <summary>The same form with a new text in a text field.</summary>
    /// <param name="form">The form.</param>
    /// <param name="block">The block_id.</param>
    /// <param name="text">The new text.</param>
    public static ViewState With(this ViewState form, string block, string text)
    {
        var answer = new JsonObject { [block] = new JsonObject { ["value"] = new JsonObject { ["value"] = text } } };
        return form.With(block, new ViewState(JsonSerializer.SerializeToElement(answer, SlackJson.Options)));
    }

    /// <summary>Whether a field was submitted with another value than it was shown with; false for a field that was not shown.</summary>
    /// <param name="view">The submitted form.</param>
    /// <param name="block">The block_id.</param>
    public static bool IsEdited(this ViewInfo view, string block)
    {
        var shown = InitialValues.Of(view);
        return shown.Fields().Contains(block) && !shown.Answer(block).SameAs(view.State.Answer(block));
    }
}
