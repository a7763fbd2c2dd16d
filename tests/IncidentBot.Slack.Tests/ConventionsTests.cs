using System.Reflection;
using System.Xml.Linq;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Slack.Tests;

public sealed class ConventionsTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly Assembly Slack = typeof(ISlackApi).Assembly;

    [Fact]
    public void Every_public_async_method_takes_a_cancellation_token_last()
    {
        var forgetful = Slack.GetExportedTypes()
            .SelectMany(type => type.GetMethods(Declared))
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType))
            .Where(method =>
                method.GetParameters().LastOrDefault() is not { IsOptional: false } last || last.ParameterType != typeof(CancellationToken))
            .Select(method => $"{method.DeclaringType?.Name}.{method.Name}");

        Assert.Empty(forgetful);
    }

    [Fact]
    public void Every_async_method_says_so()
    {
        var silent = Slack.GetExportedTypes()
            .SelectMany(type => type.GetMethods(Declared))
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) && !method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(method => $"{method.DeclaringType?.Name}.{method.Name}");

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_public_type_and_member_is_documented()
    {
        var documented = XDocument.Load(Path.ChangeExtension(Slack.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

        var undocumented = Slack.GetExportedTypes().SelectMany(type => Names(type).Where(name => !IsDocumented(name, type, documented)));

        Assert.Empty(undocumented);
    }

    [Fact]
    public void Every_request_has_a_method_of_its_own()
    {
        var methods = Slack.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(ISlackRequest)) && !type.IsInterface)
            .Select(type => ((ISlackRequest)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type)).Method)
            .ToList();

        Assert.Equal(methods.Distinct(), methods);
        Assert.All(methods, method => Assert.Matches("^[a-z]+(\\.[a-zA-Z]+)+$", method));
    }

    [Fact]
    public void Slack_depends_on_the_framework_alone() => Assert.DoesNotContain(
        Slack.GetReferencedAssemblies(),
        reference => !reference.Name!.StartsWith("System.", StringComparison.Ordinal)
        && !reference.Name.StartsWith("Microsoft.", StringComparison.Ordinal));

    [Fact]
    public void No_type_here_has_heard_of_incidents() => Assert.DoesNotContain(
        Slack.GetTypes(), type => type.Name.Contains("Incident", StringComparison.OrdinalIgnoreCase)
        || type.Name.Contains("PostMortem", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Names(Type type)
    {
        var owner = type.FullName!.Replace('+', '.');
        yield return "T:" + owner;
        foreach (var member in type.GetMembers(Declared).Where(member => !IsGenerated(member)))
        {
            yield return member switch
            {
                PropertyInfo property => $"P:{owner}.{property.Name}",
                FieldInfo field => $"F:{owner}.{field.Name}",
                ConstructorInfo => $"M:{owner}.#ctor",
                MethodInfo method => $"M:{owner}.{method.Name}",
                _ => "T:" + owner,
            };
        }
    }

    /// <summary>Property accessors and what the compiler adds to records and enums.</summary>
    private static bool IsGenerated(MemberInfo member) =>
        member.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is not null
        || member is MethodInfo { IsSpecialName: true, Name: var name } && !name.StartsWith("op_", StringComparison.Ordinal)
        || member is FieldInfo { IsSpecialName: true }
        || member is ConstructorInfo constructor && IsImplicit(constructor)
        || member is MethodInfo { Name: "Deconstruct" };

    /// <summary>
    /// Constructors without parameters, of positional records and primary
    /// ones: the type's own documentation has their parameters.
    /// </summary>
    private static bool IsImplicit(ConstructorInfo constructor) =>
        constructor.GetParameters().Length == 0 || constructor.GetParameters().All(parameter => char.IsUpper(parameter.Name![0]))
        || constructor.DeclaringType!.GetConstructors().Length == 1;

    private static bool IsDocumented(string name, Type type, Dictionary<string, XElement> documented)
    {
        var isDocumented = documented.Keys.Any(key =>
            key == name || key.StartsWith(name + "(", StringComparison.Ordinal) || key.StartsWith(name + "`", StringComparison.Ordinal));

        // A positional property is documented by the parameter of its record.
        var simple = name[(name.LastIndexOf('.') + 1)..];
        return isDocumented
            || (documented.TryGetValue("T:" + type.FullName, out var record)
                && record.Elements("param").Any(param => param.Attribute("name")?.Value == simple));
    }
}
