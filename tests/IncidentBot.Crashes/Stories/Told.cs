using IncidentBot.Crashes.Hosting;
using IncidentBot.Crashes.Pictures;
using IncidentBot.Storage;

namespace IncidentBot.Crashes.Stories;

/// <summary>How a telling ended: what people see, what is stored, and where the service was killed on the way.</summary>
internal sealed record Told(
    IReadOnlyList<string> Picture, IReadOnlyList<Death> Deaths, IReadOnlyList<(string Step, string Moment)> Moments, IReadOnlyList<string> StandardError)
{
    /// <summary>Tells the story on an empty database. One that cannot be told to its end is a picture of where it stopped.</summary>
    public static async Task<Told> WithAsync(StorageProvider provider, IEnumerable<Kill> kills)
    {
        await using var database = await CrashDatabase.CreateAsync(provider);
        await using var town = await TestCluster.FoundAsync(database, CheckoutIsDown.Start);
        var telling = new Telling(town, kills);
        var story = new CheckoutIsDown(telling);
        try
        {
            await story.TellAsync();
            var plain = new Plain(telling.Steps, story.Number);
            string[] picture = [.. SlackPicture.Of(town.Slack, plain), .. await TablesAsync(database, plain)];
            return new Told(picture, town.Deaths, telling.Moments, town.StandardError);
        }
        catch (Exception exception) when (telling.HasKills)
        {
            return new Told([$"The story stopped at \"{telling.Steps[^1].Name}\": {exception}"], town.Deaths, telling.Moments, town.StandardError);
        }
    }

    private static async Task<IReadOnlyList<string>> TablesAsync(CrashDatabase database, Plain plain)
    {
        await using var connection = await database.OpenAsync();
        return await TablePicture.OfAsync(connection, plain);
    }
}
