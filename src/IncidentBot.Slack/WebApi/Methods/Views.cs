using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.WebApi;

/// <summary>views.open: opens a modal within three seconds of a click or command.</summary>
/// <param name="TriggerId">From the payload; works once.</param>
/// <param name="View">The modal.</param>
public sealed record ViewsOpen(string TriggerId, Modal View) : ISlackRequest<ViewResponse>, IBlockCarrier
{
    /// <inheritdoc/>
    public string Method => "views.open";

    /// <inheritdoc/>
    public IReadOnlyList<BlockViolation> Violations() => BlockValidator.View(View);
}

/// <summary>views.push: puts a modal on top of the open one; three at most.</summary>
/// <param name="TriggerId">From a payload of the open modal; works once.</param>
/// <param name="View">The modal.</param>
public sealed record ViewsPush(string TriggerId, Modal View) : ISlackRequest<ViewResponse>, IBlockCarrier
{
    /// <inheritdoc/>
    public string Method => "views.push";

    /// <inheritdoc/>
    public IReadOnlyList<BlockViolation> Violations() => BlockValidator.View(View);
}

/// <summary>views.update: changes an open modal; values stay where block_id and action_id stay.</summary>
/// <param name="View">The modal.</param>
public sealed record ViewsUpdate(View View) : ISlackRequest<ViewResponse>, IBlockCarrier
{
    /// <inheritdoc/>
    public string Method => "views.update";

    /// <summary>Which one; either this or the external id.</summary>
    public string? ViewId { get; init; }

    /// <summary>Which one, by the name of our own.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Fails with "hash_conflict" when the view changed since.</summary>
    public string? Hash { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<BlockViolation> Violations() => BlockValidator.View(View);
}

/// <summary>views.publish: sets someone's home tab; may be repeated.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="View">The home tab.</param>
public sealed record ViewsPublish(string UserId, HomeView View) : ISlackRequest<ViewResponse>, IBlockCarrier
{
    /// <inheritdoc/>
    public string Method => "views.publish";

    /// <summary>Fails with "hash_conflict" when the view changed since.</summary>
    public string? Hash { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<BlockViolation> Violations() => BlockValidator.View(View);
}

/// <summary>A view as Slack keeps it.</summary>
public sealed record ViewResponse
{
    /// <summary>The view.</summary>
    public ViewInfo View { get; init; } = new() { Id = "" };
}
