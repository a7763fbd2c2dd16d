using IncidentBot.Tests.Architecture;
using IncidentBot.Tests.Features.Board;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Help;

/// <summary>The command and the reactions can be renamed, so every sentence takes them from the settings.</summary>
public sealed class NamesFromSettingsTests
{
    [Fact]
    public async Task The_hint_in_a_direct_message_names_the_command_of_the_settings()
    {
        await using var app = await BotApp.StartAsync(("Incidents:Command", "/outage"));
        var dm = app.Slack.As("ben").OpenDm();

        await app.Slack.As("ben").TypeAsync(dm.Id, "hello, are you there?");
        await app.SettleAsync();

        var answer = Assert.Single(app.Slack.DmWith("ben"), message => message.BotId is not null);
        Assert.Contains("/outage help", app.Slack.PlainText(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_empty_parking_lot_names_the_reaction_of_the_settings()
    {
        await using var app = await BotApp.StartAsync(("Timeline:QuestionEmoji", "thinking_face"));
        var meeting = await RunningMeeting.StartAsync(app);

        await meeting.ChooseAsync("Parking lot", menu: "room_menu");

        Assert.Contains(":thinking_face:", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    public void No_sentence_in_the_source_names_the_default_command()
    {
        string[] folders = ["src/IncidentBot/", "src/IncidentBot.Domain/"];
        var lines =
            from file in Repository.Files("src", "*.cs")
            where !file.EndsWith("IncidentsOptions.cs", StringComparison.Ordinal)
                && Array.Exists(folders, folder => file.Replace('\\', '/').Contains(folder, StringComparison.Ordinal))
            from line in File.ReadLines(file)
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
                && Array.Exists((string[])[" ", "`", "."], end => line.Contains($"/incident{end}", StringComparison.Ordinal))
            select $"{file}: {line.Trim()}";

        Assert.Empty(lines);
    }
}
