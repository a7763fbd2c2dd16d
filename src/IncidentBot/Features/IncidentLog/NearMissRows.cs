using System.Globalization;
using System.Linq.Expressions;
using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.NearMisses;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.IncidentLog;

/// <summary>One near miss in the log.</summary>
/// <param name="NearMiss">The near miss.</param>
/// <param name="Cause">The name of its cause class; empty until someone names it.</param>
/// <param name="Incident">The incident that was made of it; null when there is none or the reader may not see it.</param>
/// <param name="Address">Its message in #incidents; null until it is posted.</param>
internal sealed record NearMissRow(NearMiss NearMiss, string Cause, int? Incident, string? Address)
{
    private const int LongestText = 300;

    public LogPlace Place => new(NearMiss.ReportedAt, NearMiss.Number);

    public SectionBlock Render() =>
        Render(Mrkdwn.Escape(NearMiss.WhatHappened, LongestText), Mrkdwn.Escape(NearMiss.CaughtBy, LongestText));

    /// <summary>The same with words in bold.</summary>
    public SectionBlock Render(Mrkdwn whatHappened, Mrkdwn caughtBy) => new(Mrkdwn.Join(
        "\n",
        Mrkdwn.Text($"*Near miss {NearMiss.Number}*: {whatHappened}"),
        Mrkdwn.Text($"What caught it: {caughtBy}"),
        Mrkdwn.Join(
            " · ",
            Mrkdwn.Date(NearMiss.ReportedAt, "{date_short}"),
            Mrkdwn.Text($"could have been {IncidentWords.Of(NearMiss.CouldHaveBeen)}"),
            Mrkdwn.Escape(NearMiss.Service ?? ""),
            Cause.Length > 0 ? Mrkdwn.Text($"_{Cause}_") : Mrkdwn.Empty,
            NearMiss.ReportedBy is { } by ? Mrkdwn.Text($"reported by {Mrkdwn.User(by.Value)}") : Mrkdwn.Raw("reported anonymously"),
            Incident is { } made ? Mrkdwn.Text($"became incident {made}") : Mrkdwn.Empty,
            Address is { } address ? Mrkdwn.Link(address, "message") : Mrkdwn.Empty)));
}

/// <summary>Reads what the log shows of near misses.</summary>
internal sealed class NearMissRows(IncidentDb db, SlackWorkspace workspace)
{
    /// <param name="numbers">The near misses, in the order in which they are shown.</param>
    /// <param name="visible">Which incidents may be named beside them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<NearMissRow>> OfAsync(
        IReadOnlyList<int> numbers, Expression<Func<Incident, bool>> visible, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
        {
            return [];
        }

        var nearMisses = await db.NearMisses.AsNoTracking().Where(each => numbers.Contains(each.Number))
            .ToDictionaryAsync(each => each.Number, cancellationToken);
        var incidents = nearMisses.Values.Select(each => each.IncidentNumber).OfType<int>().ToList();
        var shown = await db.Incidents.AsNoTracking().Where(visible).Where(incident => incidents.Contains(incident.Number))
            .Select(incident => incident.Number).ToListAsync(cancellationToken);
        var classes = await db.AllCauseClassesAsync(cancellationToken);
        var names = numbers.Select(NameOf).ToList();
        var messages = await db.BotMessages.AsNoTracking().Where(message => names.Contains(message.Name))
            .ToDictionaryAsync(message => message.Name, StringComparer.Ordinal, cancellationToken);
        return
        [
            .. numbers.Where(nearMisses.ContainsKey).Select(number => nearMisses[number]).Select(each => new NearMissRow(
                each,
                each.Cause is { } cause ? classes.RootOf(cause)?.Name ?? "" : "",
                each.IncidentNumber is { } made && shown.Contains(made) ? made : null,
                messages.GetValueOrDefault(NameOf(each.Number)) is { } message
                    ? workspace.Permalink(message.ChannelId, message.Ts)
                    : null)),
        ];
    }

    private static string NameOf(int number) =>
        BotMessageNames.Card(BotMessageNames.NearMiss, number.ToString(CultureInfo.InvariantCulture));
}
