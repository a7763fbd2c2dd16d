using System.Reflection;
using IncidentBot.Features.ActionItems;
using IncidentBot.Features.Lifecycle;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Workspace;

namespace IncidentBot.Tests.Architecture;

/// <summary>
/// What opens a form says so in its route or its verb, so that a waiting modal stands in when the form takes long. A button of a handler
/// that also has others is checked where it is pressed: <see cref="ModalOpener"/> logs a warning, which fails the test.
/// </summary>
public sealed class FormRouteTests
{
    /// <summary>What handlers open forms with. Others that have it as well only show again what is open.</summary>
    private static readonly Type[] Openers =
        [typeof(ModalOpener), typeof(IncidentForms), typeof(PostMortemForms), typeof(ItemFormOpener)];

    /// <summary>Words that some verb opens a form for.</summary>
    private static readonly string[] Words = ["", "resolved", "Alert on the queue"];

    [Fact]
    public void A_handler_that_can_open_a_form_has_a_route_that_says_so()
    {
        var silent =
            from route in SlackRoutes.Create(new IncidentsOptions()).Routes
            where route.Kind is SlackRouteKind.Action or SlackRouteKind.Shortcut or SlackRouteKind.MessageShortcut
            group route by route.Handler into routes
            where Needs(routes.Key).Intersect(Openers).Any() && !routes.Any(route => route.OpensForm)
            select routes.Key.Name;

        Assert.Empty(silent);
    }

    [Fact]
    public void A_verb_that_can_open_a_form_says_for_which_words()
    {
        var silent = SlackVerbs.Create().Verbs
            .Where(verb => CanOpenForms(verb.Handler, []) && !Words.Any(verb.WaitsInModal))
            .Select(verb => verb.Word);

        Assert.Empty(silent);
    }

    private static bool CanOpenForms(Type type, HashSet<Type> seen) => type == typeof(ModalOpener)
        || (type.Assembly == typeof(SlackRoutes).Assembly && type.IsClass && seen.Add(type)
            && Needs(type).Any(needed => CanOpenForms(needed, seen)));

    private static IEnumerable<Type> Needs(Type type) => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public)
        .SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType));
}
