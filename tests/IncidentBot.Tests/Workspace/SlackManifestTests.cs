using IncidentBot.Sandbox;
using IncidentBot.Slack.Handlers;
using IncidentBot.Tests.Architecture;
using IncidentBot.Workspace;

namespace IncidentBot.Tests.Workspace;

public sealed class SlackManifestTests
{
    private static readonly SlackRouteTable Routes = SlackRoutes.Create(new IncidentsOptions());

    [Fact]
    public void The_manifest_in_the_repository_is_made_from_the_default_settings() =>
        Assert.Equal(
            SlackManifest.Render(SlackManifest.ExampleAddress, Routes),
            File.ReadAllText(Path.Combine(Repository.Root, "slack-manifest.yml")));

    [Fact]
    public void The_sandbox_installs_the_app_as_the_manifest_describes_it()
    {
        var installed = SandboxAppConfig.IncidentBot;

        Assert.Equal(SlackManifest.Events.Order(), installed.BotEvents.Order());
        Assert.Equal(SlackManifest.Scopes.Select(scope => scope.Scope).Order(), installed.Scopes.Order());
        Assert.Equal(Ids(SlackRouteKind.Command), installed.Commands.Select(command => command.Command).Order());
        Assert.Equal(
            Ids(SlackRouteKind.Shortcut),
            installed.Shortcuts.Where(shortcut => shortcut.IsGlobal).Select(shortcut => shortcut.CallbackId).Order());
        Assert.Equal(
            Ids(SlackRouteKind.MessageShortcut),
            installed.Shortcuts.Where(shortcut => !shortcut.IsGlobal).Select(shortcut => shortcut.CallbackId).Order());
    }

    [Fact]
    public void The_manifest_asks_for_canvases_only_where_write_ups_go_into_them()
    {
        Assert.DoesNotContain("canvases:write", SlackManifest.Render(SlackManifest.ExampleAddress, Routes), StringComparison.Ordinal);
        Assert.Contains(
            "      - canvases:write", SlackManifest.Render(SlackManifest.ExampleAddress, Routes, canvas: true), StringComparison.Ordinal);
        Assert.Equal(
            SlackManifest.ScopesFor(canvas: true).Select(scope => scope.Scope).Order(), SandboxAppConfig.WithCanvases.Scopes.Order());
    }

    [Fact]
    public void The_manifest_lets_people_sign_in_only_where_there_are_pages()
    {
        const string callback = "https://incidents.example.com/sign-in/callback";
        var manifest = SlackManifest.Render(SlackManifest.ExampleAddress, Routes, signIn: callback);

        Assert.DoesNotContain("openid", SlackManifest.Render(SlackManifest.ExampleAddress, Routes), StringComparison.Ordinal);
        Assert.Contains($"  redirect_urls:\n    - {callback}\n", manifest, StringComparison.Ordinal);
        Assert.Contains("    user:\n      - openid ", manifest, StringComparison.Ordinal);
        Assert.Equal(SandboxAppConfig.IncidentBot.Scopes.Order(), AppManifest.Read(manifest).Scopes.Order());
    }

    [Fact]
    public void What_a_shortcut_or_command_does_is_told_in_other_words_than_its_name() =>
        Assert.All(
            Routes.Routes.Where(route => route.Label.Length > 0),
            route =>
            {
                Assert.NotEqual(route.Label, route.Description);
                Assert.InRange(route.Description.Length, 20, 150);
                Assert.True(char.IsUpper(route.Description[0]), route.Description);
            });

    [Fact]
    public void Every_command_shows_what_can_be_typed_after_it()
    {
        var usages = Routes.Routes.Where(route => route.Kind is SlackRouteKind.Command).Select(route => route.Label).ToList();

        Assert.Equal(2, usages.Count);
        Assert.All(usages, Assert.NotEmpty);
        Assert.Distinct(usages);
        Assert.Contains("publish", usages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_shortcut_fits_where_Slack_shows_it() =>
        Assert.All(
            Routes.Routes.Where(route => route.Kind is SlackRouteKind.Shortcut or SlackRouteKind.MessageShortcut),
            route => Assert.InRange(route.Label.Length, 1, 24));

    private static IEnumerable<string> Ids(SlackRouteKind kind) =>
        Routes.Routes.Where(route => route.Kind == kind).Select(route => route.Id).Order();
}
