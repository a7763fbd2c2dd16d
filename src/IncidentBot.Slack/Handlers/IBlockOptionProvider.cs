using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Offers the options of an external select.</summary>
public interface IBlockOptionProvider
{
    /// <summary>Handles the request within three seconds.</summary>
    /// <param name="suggestion">The text typed so far.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>At most 100 options or groups.</returns>
    Task<BlockOptions> HandleAsync(BlockSuggestion suggestion, CancellationToken cancellationToken);
}
