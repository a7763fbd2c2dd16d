using System.Reflection;
using System.Runtime.CompilerServices;
using IncidentBot.Domain;
using IncidentBot.Slack;

namespace IncidentBot.Tests.Architecture;

/// <summary>A class that needs more than five others has two jobs. Records are excluded: their parameters are data.</summary>
public sealed class ConstructorTests
{
    private const int Most = 5;

    [Theory]
    [InlineData(typeof(IncidentBotHost))]
    [InlineData(typeof(PersonId))]
    [InlineData(typeof(SlackJson))]
    public void No_class_has_more_than_five_constructor_parameters(Type inProject)
    {
        var offenders =
            from type in inProject.Assembly.GetTypes()
            where type.IsClass && !IsRecord(type) && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            from constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            where constructor.GetParameters().Length > Most
            select $"{type.FullName}: {constructor.GetParameters().Length}";

        Assert.Empty(offenders);
    }

    /// <summary>The compiler gives every record class a method with this name, which no one can write.</summary>
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
