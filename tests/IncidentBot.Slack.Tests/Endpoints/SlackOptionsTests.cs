using IncidentBot.Slack.Endpoints;
using IncidentBot.Slack.Handlers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.Tests.Endpoints;

public sealed class SlackOptionsTests
{
    [Theory]
    [InlineData("Slack:BotToken", "", "Slack__BotToken is missing")]
    [InlineData("Slack:BotToken", "xoxp-SECRETVALUE", "Slack__BotToken is not a bot token")]
    [InlineData("Slack:BotToken", "xoxb-SECRET VALUE", "Slack__BotToken is not a bot token")]
    [InlineData("Slack:SigningSecret", "", "Slack__SigningSecret is missing")]
    [InlineData("Slack:SigningSecret", "SECRETVALUE\n", "Slack__SigningSecret has a space")]
    [InlineData("Slack:ApiBaseUrl", "https://slack.com/api", "Slack__ApiBaseUrl")]
    [InlineData("Slack:ApiBaseUrl", "http://slack.com/api/", "Slack__ApiBaseUrl")]
    [InlineData("Slack:ApiBaseUrl", "http://127.0.0.1.example.com/api/", "Slack__ApiBaseUrl")]
    [InlineData("Slack:ResponseUrlHosts:0", "http://hooks.slack.com/", "Slack__ResponseUrlHosts__0")]
    [InlineData("Slack:ApiBaseUrl", "ftp://slack.com/api/", "Slack__ApiBaseUrl")]
    [InlineData("Slack:ResponseUrlHosts:0", "hooks", "Slack__ResponseUrlHosts__0")]
    public void A_bad_setting_is_one_sentence_without_the_secret(string key, string value, string sentence)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Read(key, value));

        Assert.StartsWith(sentence, Assert.Single(failure.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_is_named_at_once()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Read("Slack:BotToken", "", "Slack:SigningSecret", ""));

        Assert.Equal(2, failure.Failures.Count());
    }

    [Fact]
    public void Slacks_own_addresses_need_no_setting()
    {
        var options = Read();

        Assert.Equal(new Uri("https://slack.com/api/"), options.ApiBaseUrl);
        Assert.Equal([new Uri("https://hooks.slack.com/")], options.AllowedResponseUrlHosts());
        Assert.Equal([SlackApp.Secret], options.SigningSecrets());
    }

    [Fact]
    public void Another_workspace_on_this_machine_can_be_set()
    {
        var options = Read("Slack:ApiBaseUrl", "http://localhost:5001/api/", "Slack:ResponseUrlHosts:0", "http://localhost:5001/");

        Assert.Equal([new Uri("http://localhost:5001/")], options.AllowedResponseUrlHosts());
    }

    private static SlackOptions Read(params string[] changes)
    {
        var settings = SlackClient.Settings();
        foreach (var pair in changes.Chunk(2))
        {
            settings[pair[0]] = pair[1];
        }

        var section = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection(SlackOptions.Section);
        using var services = new ServiceCollection().AddLogging().AddSlack(section, new SlackRouteTable()).BuildServiceProvider();
        return services.GetRequiredService<IOptions<SlackOptions>>().Value;
    }
}
