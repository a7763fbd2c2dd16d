using System.Globalization;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Digests;

/// <summary>
/// The weekly digest in #incidents, one message on Mondays at 09:30 UTC: what came back, which investigations are open, what is long
/// overdue and what was published. Silent when there is nothing.
/// </summary>
internal sealed class PostDigest(IncidentDb db, OverdueLines overdue, LearningLines learning) : ISweep
{
    private const string DigestLane = "action_digest";

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var monday = DigestDay.Newest(now);
        var key = string.Create(CultureInfo.InvariantCulture, $"action_digest:{monday:yyyyMMdd}");
        if (await db.HandledRequests.AnyAsync(request => request.Key == key, cancellationToken))
        {
            return;
        }

        var parts = await PartsAsync(monday, cancellationToken);
        db.HandledRequests.Add(new HandledRequest { Key = key, At = now });
        if (parts.Count > 0)
        {
            await db.EnqueueOnceAsync(DigestLane, new Post(Address.Announcements, Render(parts)), key, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What the digest of a Monday says; empty when there is nothing.</summary>
    public async Task<IReadOnlyList<DigestPart>> PartsAsync(DateTimeOffset monday, CancellationToken cancellationToken)
    {
        DigestPart[] parts =
        [
            await learning.RepeatsAsync(monday, ServiceScope.All, cancellationToken),
            await learning.InvestigationsAsync(monday, cancellationToken),
            await overdue.FindAsync(monday, ServiceScope.All, cancellationToken),
            await learning.PublishedAsync(monday, ServiceScope.All, cancellationToken),
        ];
        return [.. parts.Where(part => part.Lines.Count > 0)];
    }

    /// <summary>A message holds 50 blocks, so the parts share the room for lines.</summary>
    private static MessageContent Render(IReadOnlyList<DigestPart> parts)
    {
        var room = (DigestPart.MostLines - (2 * parts.Count)) / parts.Count;
        var spare = parts.Sum(part => Math.Max(0, room - part.Lines.Count));
        var blocks = new List<Block>();
        foreach (var part in parts)
        {
            var shown = Math.Min(part.Lines.Count, room + spare);
            spare -= Math.Max(0, shown - room);
            var more = part.Total - shown;
            blocks.Add(new SectionBlock(part.Heading));
            blocks.AddRange(part.Lines.Take(shown).Select(line => new SectionBlock(line.Text) { Accessory = line.Open }));
            var note = Mrkdwn.Join(" ", more > 0 ? Mrkdwn.Text($"… and {more} more.") : Mrkdwn.Empty, part.Note);
            if (!note.IsEmpty)
            {
                blocks.Add(new ContextBlock(note));
            }
        }

        return new MessageContent(Mrkdwn.Join(" · ", parts.Select(part => part.Heading)), blocks);
    }
}
