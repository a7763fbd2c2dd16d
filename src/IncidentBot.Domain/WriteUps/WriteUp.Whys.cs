using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <content>
/// The chains of whys. One chain is only one view, so there can be several from different symptoms, side by side. The post-mortem
/// closes the gap of the first one.
/// </content>
public sealed partial class WriteUp
{
    /// <summary>The most chains that people can still compare side by side.</summary>
    public const int MostWhyChains = 5;

    /// <summary>The chain whose gap is to be closed; an empty one while none is written.</summary>
    public WhyChain WhyChain { get; private set; } = WhyChain.Empty;

    /// <summary>Chains from other symptoms, in the order in which they were started; usually empty.</summary>
    public IReadOnlyList<WhyChain> MoreWhyChains => _moreWhyChains;

    /// <summary>All chains, the one whose gap is to be closed first; empty while none is written.</summary>
    public IReadOnlyList<WhyChain> WhyChains => WhyChain.IsBlank ? [.. _moreWhyChains] : [WhyChain, .. _moreWhyChains];

    /// <summary>Writes a chain and its structural gap: replaces the one with the same id, or adds a new one at the end.</summary>
    /// <param name="chain">All of it; empty whys are left out.</param>
    /// <param name="by">Who wrote it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when a text is too long or mentions a person ("symptom", "why_1"..., "gap"), there are too many whys ("whys"),
    /// or too many chains ("symptom").</returns>
    public Result WriteWhyChain(WhyChain chain, PersonId by, DateTimeOffset now)
    {
        if (chain.Check() is { } refusal)
        {
            return refusal;
        }

        var written = chain.Cleaned();
        var chains = WhyChains.ToList();
        var place = chains.FindIndex(known => known.Id == chain.Id);
        if (place >= 0)
        {
            return ChangeIf(
                written != chains[place],
                () => SetChains([.. chains.Take(place), written, .. chains.Skip(place + 1)]),
                by,
                now,
                "whys edited",
                written.Part,
                PostMortemPart.Whys);
        }

        return chains.Count < MostWhyChains
            ? ChangeIf(!written.IsBlank, () => SetChains([.. chains, written]), by, now, "whys written", written.Part, PostMortemPart.Whys)
            : new Refusal($"There are already {MostWhyChains} chains. Remove one first.", "symptom");
    }

    /// <summary>Removes a chain; a missing one is accepted.</summary>
    /// <param name="id">The chain.</param>
    /// <param name="by">Who removed it.</param>
    /// <param name="now">When, UTC.</param>
    public void RemoveWhyChain(Guid id, PersonId by, DateTimeOffset now)
    {
        var rest = WhyChains.Where(chain => chain.Id != id).ToList();
        ChangeIf(
            rest.Count < WhyChains.Count,
            () => SetChains(rest),
            by,
            now,
            "chain of whys removed",
            PostMortemPart.OfWhys(id),
            PostMortemPart.Whys);
    }

    /// <summary>Chooses the gap most worth closing. A missing chain changes nothing.</summary>
    /// <param name="id">The chain that ends in it.</param>
    /// <param name="by">Who chose it.</param>
    /// <param name="now">When, UTC.</param>
    public void ChooseGap(Guid id, PersonId by, DateTimeOffset now)
    {
        if (WhyChain.Id != id && _moreWhyChains.Find(chain => chain.Id == id) is { } chosen)
        {
            WhyChain[] others = [.. WhyChains.Where(chain => chain.Id != id)];
            ChangeIf(true, () => SetChains([chosen, .. others]), by, now, "structural gap chosen", chosen.Part, PostMortemPart.Whys);
        }
    }

    /// <summary>Records that the structural gap of a chain got another cause class, or none.</summary>
    /// <param name="id">The chain.</param>
    /// <param name="cause">The class's name; empty when it was cleared.</param>
    /// <param name="by">Who chose it.</param>
    /// <param name="now">When, UTC.</param>
    public void RecordCause(Guid id, string cause, PersonId by, DateTimeOffset now) => ChangeIf(
        true,
        () => { },
        by,
        now,
        cause.Length == 0 ? "cause class removed" : $"cause class: {cause}",
        PostMortemPart.OfWhys(id),
        PostMortemPart.Whys);

    /// <summary>Stores the chains without empty ones.</summary>
    private void SetChains(List<WhyChain> chains)
    {
        chains.RemoveAll(chain => chain.IsBlank);
        WhyChain = chains.FirstOrDefault(WhyChain.Empty);
        Replace(_moreWhyChains, [.. chains.Skip(1)]);
    }
}
