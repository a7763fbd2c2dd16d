using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <summary>
/// The document of a post-mortem: its sections, the corrections that readers send, and its published versions. It can be edited
/// at any time; after publishing, a correction makes the edits public. Its rules are in the files <c>WriteUp.*.cs</c>, one topic each.
/// All instants are UTC.
/// </summary>
public sealed partial class WriteUp : Versioned
{
    private readonly List<WhyChain> _moreWhyChains = [];
    private readonly List<ContributingFactor> _factors = [];
    private readonly List<string> _wentWell = [];
    private readonly List<string> _couldBeBetter = [];
    private readonly List<Learning> _learnings = [];
    private readonly List<ParkedItem> _parked = [];
    private readonly List<FactualCorrection> _corrections = [];
    private readonly List<SharedWith> _shared = [];

    internal WriteUp()
    {
    }
}
