using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Starting;

public sealed class UnknownSettingsTests
{
    [Theory]
    [InlineData("Incidents:Admin", "Incidents__Admin is not a setting and is ignored. Did you mean Incidents__Admins?")]
    [InlineData("Meetings:CoreTo", "Meetings__CoreTo is not a setting and is ignored. Did you mean Meetings__CoreFrom?")]
    [InlineData("OnCall:Sev5", "OnCall__Sev5 is not a setting and is ignored. Did you mean OnCall__Sev1?")]
    [InlineData("Incidents:Admins:0", "Incidents__Admins__0 is not a setting and is ignored. Did you mean Incidents__Admins?")]
    [InlineData("Incident:Admins", "Incident__Admins is not a setting and is ignored. Did you mean Incidents__Admins?")]
    public async Task A_misspelt_setting_is_one_warning_with_what_was_meant(string key, string sentence)
    {
        await using var app = await BotApp.StartAsync((key, "U0MAYA0001"));
        app.ExpectLogs();

        var line = Assert.Single(app.Nodes.Count == 1 ? app.Logs.Lines : [.. app.Logs.Lines.Distinct()]);

        Assert.StartsWith("Warning", line, StringComparison.Ordinal);
        Assert.Contains(sentence, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_of_others_are_none_of_our_business()
    {
        await using var app = await BotApp.StartAsync(("Serilog:MinimumLevel", "Debug"), ("ReverseProxy:Routes:0", "x"), ("PATH", "/bin"));

        Assert.Empty(app.Logs.Lines);
    }
}
