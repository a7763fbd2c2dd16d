using IncidentBot.Domain.Language;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.WriteUps.Sections;

/// <summary>Reads forms that show findings of the blame check.</summary>
internal static class FindingForms
{
    public const string Use = "wording_use";
    public const string Because = "Why should it stay?";

    /// <summary>The text in a field, even if the field has a new id after a rewrite.</summary>
    public static string TextOf(this View view, string field) => view.Values
        .Where(value => value.Key.BlockId.Split('~')[0] == field)
        .Select(value => value.Value.TryGetProperty("value", out var text) ? text.GetString() ?? "" : "")
        .Single();

    /// <summary>The ids of the blocks, from top to bottom.</summary>
    public static IReadOnlyList<string> BlockIds(this View view) =>
        [.. view.Blocks.EnumerateArray().Select(block => block.GetProperty("block_id").GetString()!)];

    /// <summary>The label of the button that applies the rewrite; null when there is none.</summary>
    public static string? Offered(this View view) => view.Blocks.EnumerateArray()
        .Where(block => block.GetProperty("type").GetString() == "actions")
        .Select(block => block.GetProperty("elements")[0].GetProperty("text").GetProperty("text").GetString())
        .FirstOrDefault();

    public static Task<List<AcceptedWording>> KeptAsync(this BotApp app) =>
        app.ReadAsync(db => db.KeptWordings.AsNoTracking().ToListAsync());
}
