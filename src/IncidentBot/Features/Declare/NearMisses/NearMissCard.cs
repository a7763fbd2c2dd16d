using System.Globalization;
using System.Runtime.CompilerServices;
using IncidentBot.Cards;
using IncidentBot.Cards.Redrawing;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.NearMisses;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare.NearMisses;

/// <summary>A near miss in #incidents, with its cause class and what became of it.</summary>
internal sealed class NearMissCard(IncidentDb db) : ICard
{
    /// <summary>Near misses have a lane of their own, which names no one.</summary>
    public const string Lane = "near_misses";

    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(subject).Number();
        var nearMiss = await db.NearMisses.AsNoTracking().SingleOrDefaultAsync(each => each.Number == number, cancellationToken);
        if (nearMiss is null)
        {
            return null;
        }

        var cause = nearMiss.Cause is { } id ? (await db.AllCauseClassesAsync(cancellationToken)).RootOf(id) : null;
        var incident = nearMiss.IncidentNumber is { } made
            ? await db.Incidents.AsNoTracking().Where(IncidentVisibility.Listed)
                .SingleOrDefaultAsync(each => each.Number == made, cancellationToken)
            : null;
        return new CardView(Address.Announcements, Render(nearMiss, cause, incident));
    }

    private static MessageContent Render(NearMiss nearMiss, CauseClass? cause, Incident? incident)
    {
        var heading = Mrkdwn.Join(
            " · ",
            Mrkdwn.Text($"*Near miss {nearMiss.Number}*"),
            Mrkdwn.Text($"could have been {IncidentWords.Of(nearMiss.CouldHaveBeen)}"),
            Mrkdwn.Text($"{nearMiss.Service ?? ""}"));
        var number = nearMiss.Number.ToString(CultureInfo.InvariantCulture);
        return new MessageContent(
            heading,
            new SectionBlock(Mrkdwn.Join(
                "\n",
                heading,
                Mrkdwn.Text($"*What happened:* {nearMiss.WhatHappened}"),
                Mrkdwn.Text($"*What caught it:* {nearMiss.CaughtBy}"))),
            new ContextBlock(Mrkdwn.Join(
                " · ",
                nearMiss.ReportedBy is { } by
                    ? Mrkdwn.Text($"reported by {Mrkdwn.User(by.Value)}")
                    : Mrkdwn.Raw("reported anonymously"),
                CauseWords.Of(cause),
                incident is null ? Mrkdwn.Empty : Mrkdwn.Text($"incident {incident.Number} was made of it for a post-mortem"))),
            new ActionsBlock([.. PostMortem(nearMiss, incident), CauseButton(cause, number)]));
    }

    private static IEnumerable<Button> PostMortem(NearMiss nearMiss, Incident? incident)
    {
        if (incident is not null)
        {
            yield return new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = IncidentWords.Number(incident) };
        }
        else if (nearMiss.IncidentNumber is null)
        {
            yield return NearMissPostMortemModal.Button(nearMiss);
        }
    }

    private static Button CauseButton(CauseClass? cause, string number) =>
        new(NearMissCauseModal.Open, cause is null ? "Name cause" : "Change cause") { Value = number };
}

/// <summary>The card shows the near miss.</summary>
internal sealed class NearMissRedraws : IRedrawRule
{
    public async IAsyncEnumerable<Redraw> FindAsync(
        SavedChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var nearMiss in changes.Of<NearMiss>().Except(changes.Added<NearMiss>()))
        {
            yield return Redraw.Of(
                NearMissCard.Lane, BotMessageNames.NearMiss, nearMiss.Number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
