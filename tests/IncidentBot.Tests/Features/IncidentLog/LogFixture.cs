using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.IncidentLog;

/// <summary>A log with incidents as people declare them, and what they read in it.</summary>
internal static class LogFixture
{
    /// <summary>Declares an incident and resolves it half an hour later, without a channel in Slack.</summary>
    public static async Task<int> AddAsync(
        this BotApp app, string title, Func<Declaration, Declaration>? with = null, TimeSpan? ago = null, string by = "maya")
    {
        var at = app.Now - (ago ?? TimeSpan.FromHours(1));
        var declaration = new Declaration(title, Severity.Sev2) { Service = "Checkout" };
        var incident = Incident.Declare(with is null ? declaration : with(declaration), app.IdOf(by), at).Value!;
        incident.Resolve(new Resolution(at.AddMinutes(30)), app.IdOf(by), at.AddMinutes(30));
        await app.ReadAsync(async db =>
        {
            db.Incidents.Add(incident);
            return await db.SaveChangesAsync();
        });
        return incident.Number;
    }

    public static Task<int> AddItemsAsync(this BotApp app, int number, int done, int open) => app.ReadAsync(db =>
    {
        for (var one = 0; one < done + open; one++)
        {
            var (ben, maya) = (app.IdOf("ben"), app.IdOf("maya"));
            var draft = new ActionDraft($"Limit the pool of client {one}", new ActionOwner(ben, "Europe/London"), new(2026, 4, 1));
            var item = ActionItem.Create(Guid.CreateVersion7(app.Now), number, draft, metricRequired: false, maya, app.Now).Value!;
            if (one < done)
            {
                item.Complete(ben, ActionItemRights.Of(null, null, maya), app.Now);
            }

            db.ActionItems.Add(item);
        }

        return db.SaveChangesAsync();
    });

    /// <summary>Gives the incident's gap a class; the class is created unless it exists.</summary>
    public static Task<int> ClassAsync(this BotApp app, int number, string name) => app.ReadAsync(db =>
    {
        var cause = db.CauseClasses.FirstOrDefault(each => each.Name == name)
            ?? db.CauseClasses.Add(CauseClass.Create(Guid.CreateVersion7(app.Now), name, app.IdOf("maya"), app.Now).Value!).Entity;
        var gap = db.GapCauses.Add(GapCause.Of(number, WhyChain.First)).Entity;
        gap.Set(cause.Id, CauseText.Of("Nothing limits what one client takes"), app.IdOf("maya"), app.Now);
        return db.SaveChangesAsync();
    });

    /// <summary>What a person reads after a command in #general.</summary>
    public static async Task<string> ReadAsync(this BotApp app, string person, string command)
    {
        await app.Slack.As(person).TypeAsync("general", $"/incident {command}");
        return app.Answer(person);
    }

    public static string Answer(this BotApp app, string person) => ShownMessages.LatestEphemeral(app, person);

    public static Message Shown(this BotApp app, string person) => app.Slack.EphemeralsFor(person)[^1];

    /// <summary>The incidents on the page, from the top.</summary>
    public static IReadOnlyList<int> NumbersIn(string answer) =>
    [
        .. answer.Split('\n').Select(line => line.Split(' ', ':')).Where(words => words is ["Incident" or "Drill", _, "", ..])
            .Select(words => int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture)),
    ];
}
