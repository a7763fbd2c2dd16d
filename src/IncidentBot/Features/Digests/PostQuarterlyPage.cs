using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Recurrence;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Digests;

/// <summary>
/// Posts the page of the quarter that is over in #incidents, at 09:30 UTC on the first working Monday of the new one. Once, and not when
/// the service comes weeks too late.
/// </summary>
internal sealed class PostQuarterlyPage(IncidentDb db, QuarterlyPage page, IOptions<RemindersOptions> options) : ISweep
{
    private const string Lane = "quarterly_page";
    private static readonly TimeOnly TimeOfDay = new(9, 30);
    private static readonly TimeSpan Latest = TimeSpan.FromDays(14);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var quarter = Quarter.Of(now);
        var due = new DateTimeOffset(quarter.FirstMonday(options.Value.Quiet.Calendar).ToDateTime(TimeOfDay), TimeSpan.Zero);
        var key = $"{Lane}:{quarter.Previous}";
        if (now < due || now > due + Latest || await db.Outbox.AnyAsync(row => row.Key == key, cancellationToken))
        {
            return;
        }

        if (await page.RenderAsync(quarter.Previous, now, cancellationToken) is { } content)
        {
            await db.EnqueueOnceAsync(Lane, new Post(Address.Announcements, content), key, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
