using System.Reflection;
using System.Text.RegularExpressions;
using IncidentBot.Slack.Endpoints;
using IncidentBot.Starting;
using IncidentBot.Storage;
using IncidentBot.Tests.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace IncidentBot.Tests.Starting;

public sealed partial class SettingsCheckTests
{
    public static TheoryData<string, string> Wrong => WrongSettings.All;

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_ends_the_start_with_a_sentence_that_names_it_and_shows_a_right_one(string setting, string value)
    {
        var sentence = Assert.Single(Refused((setting, value)));

        Assert.Contains(setting, sentence, StringComparison.Ordinal);
        Assert.Matches(Example(), sentence);
        Assert.DoesNotContain("Exception", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_value_was_tried_for_every_setting_in_the_README() =>
        Assert.Empty(SettingsTableTests.Listed().Except(WrongSettings.All.Select(row => row.Data.Item1)));

    [Fact]
    public void Every_wrong_setting_is_named_at_once()
    {
        var sentences = Refused(
            ("Slack__BotToken", ""),
            ("Meetings__CoreFrom", "ten"),
            ("Meetings__CoreUntil", "four"),
            ("Incidents__Admins", "@maya"),
            ("OnCall__Sev1", "a b"));

        Assert.Equal(
            ["Slack__BotToken", "Incidents__Admins", "OnCall__Sev1", "Meetings__CoreFrom", "Meetings__CoreUntil"],
            sentences.Select(sentence => sentence.Split(' ')[0]));
    }

    [Theory]
    [InlineData("Timeline__MissedSignalEmoji", "no bell", "an emoji's name without spaces, for example no_bell, or to several "
        + "between colons, for example :no_bell: :mute:.")]
    [InlineData("Incidents__Admins", "@maya", "not a Slack user id. Copy the ids from people's profiles")]
    [InlineData("Meetings__DurationMinutes", "5", "Set it to a whole number from 15 to 240, for example 15.")]
    public void The_sentence_says_what_the_setting_takes(string setting, string value, string says) =>
        Assert.Contains(says, Assert.Single(Refused((setting, value))), StringComparison.Ordinal);

    [Fact]
    public void A_password_in_a_wrong_connection_string_is_not_printed()
    {
        var sentence = Assert.Single(Refused(("Storage__Provider", "postgres"), ("Storage__ConnectionString", "Hots=db;Password=hunter2")));

        Assert.StartsWith("Storage__ConnectionString", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Timeline__EventEmoji", ":pushpin: :round_pushpin:")]
    [InlineData("Timeline__EventEmoji", "")]
    [InlineData("Timeline__EventEmoji", "+1")]
    [InlineData("Incidents__Admins", "U0MAYA0001 W0BEN00002")]
    [InlineData("Incidents__AnnouncementChannel", "störungen")]
    [InlineData("OnCall__Sev1", "@platform.on-call")]
    [InlineData("OnCall__Sev1", "S0123456789")]
    [InlineData("Meetings__DurationMinutes", "")]
    [InlineData("Storage__Provider", "POSTGRES")]
    [InlineData("PostMortems__Templates__SEV2", "complete")]
    public void A_right_setting_is_accepted(string setting, string value) => Assert.Empty(
        Problems((setting, value), ("Storage__ConnectionString", value is "POSTGRES" ? "Host=db" : "Data Source=x.db")));

    [Theory]
    [InlineData("https://incidents.example.com", "1234567890.123", "0123456789abcdef", null)]
    [InlineData("http://127.0.0.1:8080", "1234567890.123", "0123456789abcdef", null)]
    [InlineData("", "", "", null)]
    [InlineData("https://incidents.example.com", "A012345", "0123456789abcdef", "Web__ClientId")]
    [InlineData("https://incidents.example.com", "", "0123456789abcdef", "Web__ClientId")]
    [InlineData("https://incidents.example.com", "1234567890.123", "", "Web__ClientSecret")]
    [InlineData("https://incidents.example.com", "1234567890.123", "0123 4567", "Web__ClientSecret")]
    public void Pages_need_an_address_and_the_id_and_secret_of_the_app(string address, string id, string secret, string? named)
    {
        var problems = Problems(("Web__PublicUrl", address), ("Web__ClientId", id), ("Web__ClientSecret", secret));

        Assert.Equal(named, problems.SingleOrDefault()?.Split(' ')[0]);
        Assert.DoesNotContain(problems, problem => problem.Contains("0123 4567", StringComparison.Ordinal));
    }

    [Fact]
    public void The_check_covers_every_options_class()
    {
        var options =
            from type in new[] { typeof(IncidentBotHost).Assembly, typeof(SlackOptions).Assembly }
                .SelectMany(assembly => assembly.GetTypes())
            where type.Name.EndsWith("Options", StringComparison.Ordinal)
            let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
            where section is not null
            select new SettingsSection(section, type);

        Assert.Equal(options.OrderBy(section => section.Name), SettingsTable.Sections.OrderBy(section => section.Name));
    }

    private static IReadOnlyList<string> Refused(params (string Setting, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(Values(settings));
        return Assert.Throws<StartRefusedException>(() => IncidentBotHost.Build(builder)).Sentences;
    }

    private static IEnumerable<string> Problems(params (string Setting, string Value)[] settings) =>
        SettingsCheck.Problems(new ConfigurationBuilder().AddInMemoryCollection(Values(settings)).Build(), SettingsTable.Sections);

    /// <summary>As the environment's variables become settings.</summary>
    private static Dictionary<string, string?> Values((string Setting, string Value)[] settings)
    {
        var values = new Dictionary<string, string?> { ["Slack:BotToken"] = "xoxb-EXAMPLE", ["Slack:SigningSecret"] = "5f0c1e9ab37d4c2e" };
        foreach (var (setting, value) in settings)
        {
            values[setting.Replace("ASPNETCORE_", "", StringComparison.Ordinal).Replace("__", ":", StringComparison.Ordinal)] = value;
        }

        return values;
    }

    [GeneratedRegex(@"for (example|instance) \S|looks like \S|write 20\d\d", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
