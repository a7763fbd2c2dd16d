using System.Reflection;
using System.Xml.Linq;

namespace IncidentBot.Domain.Tests;

/// <summary>Holds that everything public in the Domain says what it is, in the file that the compiler writes.</summary>
public sealed class DocumentationTests
{
    private static readonly Assembly Domain = typeof(PersonId).Assembly;

    [Fact]
    public void Every_public_type_and_member_has_a_summary()
    {
        var documented = Documented();

        var silent = Domain.GetExportedTypes()
            .SelectMany(type => PublicIds(type).Where(id => !documented.Contains(id)))
            .Order(StringComparer.Ordinal);

        Assert.Empty(silent);
    }

    /// <summary>Ids with a text of their own; overloads share one id, because the compiler asks for each anyway.</summary>
    private static HashSet<string> Documented()
    {
        var file = XDocument.Load(Path.ChangeExtension(Domain.Location, ".xml"));
        var ids = new HashSet<string>();
        foreach (var member in file.Descendants("member").Where(Says))
        {
            var id = member.Attribute("name")!.Value.Split('(')[0];
            ids.Add(id);
            // The parameters of a positional record are its properties; their texts stand on the type.
            ids.UnionWith(member.Elements("param")
                .Where(_ => id.StartsWith("T:", StringComparison.Ordinal))
                .Select(param => $"P:{id[2..]}.{param.Attribute("name")!.Value}"));
        }

        return ids;
    }

    private static bool Says(XElement member) =>
        member.Element("inheritdoc") is not null || !string.IsNullOrWhiteSpace(member.Element("summary")?.Value);

    private static IEnumerable<string> PublicIds(Type type)
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var name = type.FullName!.Replace('+', '.');
        var properties = type.GetProperties(own).Select(property => $"P:{name}.{property.Name}");
        var fields = type.GetFields(own).Where(field => !field.IsSpecialName).Select(field => $"F:{name}.{field.Name}");
        var methods = type.GetMethods(own).Where(IsWritten).Select(method => $"M:{name}.{method.Name}{Arity(method)}");
        return [$"T:{name}", .. properties, .. fields, .. methods];
    }

    private static string Arity(MethodInfo method) =>
        method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";

    /// <summary>Accessors and what the compiler makes for records are nobody's to document.</summary>
    private static bool IsWritten(MethodInfo method) =>
        (!method.IsSpecialName || method.Name is "op_Implicit" or "op_Explicit")
        && method.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null
        && method.Name is not ("Deconstruct" or "<Clone>$")
        && method.GetBaseDefinition() == method;
}
