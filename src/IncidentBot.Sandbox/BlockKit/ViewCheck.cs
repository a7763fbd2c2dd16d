using System.Text.Json;
using static IncidentBot.Sandbox.BlockKit.Objects;
using static IncidentBot.Sandbox.BlockKit.Rules;

namespace IncidentBot.Sandbox.BlockKit;

/// <summary>Finds problems for which Slack refuses a view.</summary>
internal static class ViewCheck
{
    private static readonly Property[] Common =
    [
        Required("blocks", BlockRules.InView), Optional("private_metadata", Text(3000, 0)), Optional("callback_id", Text(255, 0)),
        Optional("external_id", Text(255, 0)),
    ];

    private static readonly Shape Modal = new(
    [
        Type("modal"), Required("title", PlainText(24)), Optional("submit", PlainText(24)), Optional("close", PlainText(24)),
        Optional("clear_on_close", Flag), Optional("notify_on_close", Flag), Optional("submit_disabled", Flag), .. Common,
    ])
    {
        Also = SubmitWithInputs,
    };

    private static readonly Shape Home = new([Type("home"), .. Common]);

    public static IReadOnlyList<string> Problems(JsonElement view, string type)
    {
        var problems = new Problems();
        (type == "home" ? Home : Modal).Check(view, "/view", problems);
        if (problems.Lines.Count == 0)
        {
            BlockRules.CheckUnique(view.GetProperty("blocks"), "/view/blocks", problems);
        }

        return problems.Lines;
    }

    private static void SubmitWithInputs(JsonElement view, string pointer, Problems problems)
    {
        if (view.At("submit") is null && view.Items("blocks").Any(b => b.Text("type") == "input"))
        {
            problems.Add("submit is required when an input block is within blocks array", $"{pointer}/submit");
        }
    }
}
