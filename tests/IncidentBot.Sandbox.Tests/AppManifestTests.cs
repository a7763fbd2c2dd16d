namespace IncidentBot.Sandbox.Tests;

public sealed class AppManifestTests
{
    [Fact]
    public void An_app_is_installed_as_its_manifest_says()
    {
        var app = AppManifest.Read("""
            _metadata: { major_version: 1, minor_version: 1 }
            display_information:
              name: Greeter
            features:
              bot_user: { display_name: greeter, always_online: true }
              shortcuts:
                - { name: Greet, type: global, callback_id: greet, description: Greet }
                - { name: Answer, type: message, callback_id: answer, description: Answer }
              slash_commands:
                - { command: /greet, url: https://greeter.example/commands, description: "greets someone", usage_hint: "[name] | help" }
            oauth_config:
              scopes:
                bot:
                  - commands       # slash commands
                  - chat:write
            settings:
              event_subscriptions:
                bot_events:
                  - app_mention
            """);

        Assert.Equal("greeter", app.DisplayName);
        Assert.Equal([new SlashCommand("/greet", "greets someone", "[name] | help")], app.Commands);
        Assert.Equal([new Shortcut("greet", "Greet", IsGlobal: true), new Shortcut("answer", "Answer", IsGlobal: false)], app.Shortcuts);
        Assert.Equal(["chat:write", "commands"], app.Scopes.Order());
        Assert.Equal(["app_mention"], app.BotEvents);
    }
}
