using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Slack.Handlers;

/// <summary>The options that an external select offers ("block_suggestion payloads"); at most 100 of either.</summary>
public sealed record BlockOptions : IBlockCarrier
{
    /// <summary>No results.</summary>
    public static BlockOptions None { get; } = new() { Options = [] };

    /// <summary>The options; null when there are groups.</summary>
    public IReadOnlyList<Option>? Options { get; init; }

    /// <summary>The options under headings; null when there are none.</summary>
    public IReadOnlyList<OptionGroup>? OptionGroups { get; init; }

    /// <summary>The first hundred of some options, which is all that Slack takes.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The offer.</returns>
    public static BlockOptions Of(IEnumerable<Option> options) => new() { Options = [.. options.Take(OptionGroup.MaxOptions)] };

    /// <inheritdoc/>
    public IReadOnlyList<BlockViolation> Violations() => BlockValidator.Options(Options ?? [], OptionGroups ?? []);
}
