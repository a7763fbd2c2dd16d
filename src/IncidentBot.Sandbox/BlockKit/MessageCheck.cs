using System.Text.Json;

namespace IncidentBot.Sandbox.BlockKit;

/// <summary>Finds problems in a message's blocks for which Slack refuses the message.</summary>
internal static class MessageCheck
{
    private const int MarkdownLimit = 12_000;

    public static IReadOnlyList<string> Problems(JsonElement blocks)
    {
        var problems = new Problems();
        BlockRules.InMessage(blocks, "/blocks", problems);
        if (problems.Lines.Count == 0)
        {
            BlockRules.CheckUnique(blocks, "/blocks", problems);
            var all = blocks.EnumerateArray().ToList();
            if (all.Count(b => b.Text("type") == "table") > 1)
            {
                problems.Add("only_one_table_allowed", "/blocks");
            }

            if (all.Where(b => b.Text("type") == "markdown").Sum(b => b.Text("text")!.Length) > MarkdownLimit)
            {
                problems.Add($"markdown text must be less than {MarkdownLimit + 1} characters in all", "/blocks");
            }
        }

        return problems.Lines;
    }
}
