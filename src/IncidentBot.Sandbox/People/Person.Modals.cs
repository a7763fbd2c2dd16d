using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Stories;

namespace IncidentBot.Sandbox.People;

/// <summary>Modals: fill, submit, close.</summary>
internal sealed partial class Person
{
    /// <summary>
    /// Types into fields and chooses, each by action_id, block_id or label. Several choices are separated by commas; an empty
    /// text clears the field.
    /// </summary>
    public async Task<View> FillAsync(View view, params (string Field, string Value)[] values)
    {
        foreach (var (name, value) in values)
        {
            var latest = (View)Latest(view);
            var field = BlockTree.Elements(latest.Blocks).FirstOrDefault(f => f.ActionId == name || f.BlockId == name
                || f.Block.At("label")?.Text("text") == name) ?? throw new ArgumentException(
                    $"There is no field {name} in this modal.", nameof(values));
            var shape = InputShape.Of(field.Type) ?? throw new ArgumentException($"{name} cannot be filled in.", nameof(values));
            var chosen = value.Length == 0 ? []
                : shape.IsList ? value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                : (string[])[value];
            await EnterAsync(latest, field, shape, InputValues.Make(field, shape, await ChosenAsync(latest, field, shape, chosen)));
        }

        return (View)Latest(view);
    }

    /// <summary>
    /// Presses the submit button. The modal that is on top afterwards: the same one with errors under its fields or a banner,
    /// an updated or pushed one, the one below; null when none is left.
    /// </summary>
    public async Task<View?> SubmitAsync(View view)
    {
        var latest = (View)Latest(view);
        var problems = InputCheck.Problems(latest);
        if (!problems.IsEmpty)
        {
            return workspace.Views.SetErrors(latest, problems);
        }

        workspace.Views.SetBanner(latest, null);
        var answer = await workspace.Bot.SendAsync(workspace.Payloads.Submission(User, latest));
        new SubmissionAnswer(workspace).Apply(latest, answer);
        if (workspace.Views.Find(view.Id) is not { } open || (open.Errors.Count == 0 && open.Banner is null))
        {
            workspace.Note(DeedKind.Press, latest.Submit ?? "");
        }

        return workspace.Views.Top(User.Id);
    }

    /// <summary>Cancel closes this modal, the X (<paramref name="all"/>) the whole stack.</summary>
    public async Task<View?> CloseAsync(View view, bool all = false)
    {
        var latest = (View)Latest(view);
        var everything = all || latest.ClearOnClose;
        var told = everything ? workspace.Views.Stack(User.Id)[0] : latest;
        if (everything)
        {
            workspace.Views.Clear(User.Id);
        }
        else
        {
            workspace.Views.Pop(latest);
        }

        workspace.Note(DeedKind.Press, latest.CloseLabel);
        if (told.NotifyOnClose)
        {
            await workspace.Bot.SendAsync(workspace.Payloads.Closed(User, told, isCleared: everything));
        }

        return workspace.Views.Top(User.Id);
    }
}
