using IncidentBot.Starting;
using IncidentBot.Storage;
using Microsoft.Extensions.Configuration;

namespace IncidentBot.Tests.Starting;

public sealed class ManifestCommandTests
{
    [Theory]
    [InlineData("https://bot.example.com", "https://bot.example.com")]
    [InlineData("https://bot.example.com/", "https://bot.example.com")]
    [InlineData("https://bot.example.com//", "https://bot.example.com")]
    [InlineData("https://example.com:8443/bots/incident/", "https://example.com:8443/bots/incident")]
    public void A_slash_at_the_end_of_the_address_is_mended(string typed, string address)
    {
        var manifest = ManifestCommand.Run([typed], Settings());

        Assert.Contains($"url: {address}/slack/commands", manifest, StringComparison.Ordinal);
        Assert.Contains($"request_url: {address}/slack/events", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_without_an_address_says_how_it_is_typed() => Assert.Contains(
        "manifest https://bot.example.com",
        Assert.Throws<StartRefusedException>(() => ManifestCommand.Run([], Settings())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_manifest_needs_no_token_and_is_refused_with_settings_that_the_service_would_refuse()
    {
        var refused = Assert.Throws<StartRefusedException>(() => ManifestCommand.Run(
            ["bot.example.com"], Settings(("Incidents:Command", "incident"), ("PostMortems:Canvas", "yes"))));

        Assert.Equal(3, refused.Sentences.Count);
        Assert.Contains(refused.Sentences, sentence => sentence.StartsWith("Incidents__Command", StringComparison.Ordinal));
    }

    [Fact]
    public void A_manifest_for_pages_needs_their_address_and_not_yet_the_secret_that_the_app_will_have()
    {
        var manifest = ManifestCommand.Run(["https://bot.example.com"], Settings(("Web:PublicUrl", "https://incidents.example.com")));
        var refused = Assert.Throws<StartRefusedException>(
            () => ManifestCommand.Run(["https://bot.example.com"], Settings(("Web:PublicUrl", "incidents.example.com"))));

        Assert.Contains("- https://incidents.example.com/sign-in/callback", manifest, StringComparison.Ordinal);
        Assert.StartsWith("Web__PublicUrl", Assert.Single(refused.Sentences), StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build();
}
