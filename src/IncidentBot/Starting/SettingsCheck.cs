using System.ComponentModel.DataAnnotations;
using System.Reflection;
using IncidentBot.Storage;

namespace IncidentBot.Starting;

/// <summary>
/// Says what is wrong with the settings before anything is built from them: one sentence for each, in the words of the
/// options' own attributes, or of <see cref="SettingSentence"/> where the type says enough.
/// </summary>
internal static class SettingsCheck
{
    /// <exception cref="StartRefusedException">A setting is wrong.</exception>
    public static void ThrowIfWrong(IConfiguration configuration)
    {
        if (Problems(configuration, SettingsTable.Sections).Concat(HostProblems(configuration)).ToList() is { Count: > 0 } problems)
        {
            throw new StartRefusedException(problems);
        }
    }

    public static IEnumerable<string> Problems(IConfiguration configuration, IEnumerable<SettingsSection> sections) =>
        sections.SelectMany(section => Problems(configuration.GetSection(section.Name), section));

    private static List<string> Problems(IConfigurationSection values, SettingsSection section)
    {
        var defaults = Activator.CreateInstance(section.Options)!;
        var properties = Settable(section.Options).ToList();
        var problems = properties
            .Where(property => values[property.Name] is { } text && !SettingSentence.CanRead(property.PropertyType, text))
            .Select(property => SettingSentence.Of(section, property, defaults, values[property.Name]!))
            .ToList();
        if (problems.Count > 0)
        {
            // The rules of the section run at the next start, once these are fixed.
            return problems;
        }

        var options = values.Get(section.Options) ?? defaults;
        problems.AddRange(properties.Select(property => Broken(section, property, options, defaults)).OfType<string>());
        if (problems.Count == 0 && options is IValidatableObject rules)
        {
            problems.AddRange(rules.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage).OfType<string>());
        }

        return problems;
    }

    private static IEnumerable<PropertyInfo> Settable(Type options) => options
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.SetMethod is { IsPublic: true });

    private static string? Broken(SettingsSection section, PropertyInfo property, object options, object defaults)
    {
        var value = property.GetValue(options);
        var context = new ValidationContext(options) { MemberName = property.Name, DisplayName = SettingSentence.Name(section, property) };
        var broken = property.GetCustomAttributes<ValidationAttribute>()
            .OrderByDescending(attribute => attribute is RequiredAttribute)
            .Select(attribute => (Attribute: attribute, Result: attribute.GetValidationResult(value, context)))
            .FirstOrDefault(check => check.Result is not null);
        return broken.Attribute switch
        {
            null => null,
            RequiredAttribute { ErrorMessage: null } or RangeAttribute { ErrorMessage: null } =>
                SettingSentence.Of(section, property, defaults, SettingSentence.Text(value)),
            _ => broken.Result!.ErrorMessage,
        };
    }

    /// <summary>The framework's own settings that the README names: it would answer with a stack trace.</summary>
    private static IEnumerable<string> HostProblems(IConfiguration configuration)
    {
        var addresses = (configuration[WebHostDefaults.ServerUrlsKey] ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Array.Find(addresses, address => !CanListen(address)) is { } wrong)
        {
            yield return $"ASPNETCORE_URLS has \"{wrong}\". Set it to an address to listen on, for example http://127.0.0.1:8080.";
        }

        foreach (var (key, level) in configuration.GetSection("Logging:LogLevel").AsEnumerable(makePathsRelative: true))
        {
            if (level is not null && !SettingSentence.CanRead(typeof(LogLevel), level))
            {
                yield return $"Logging__LogLevel__{key} is \"{level}\". Set it to {SettingSentence.AnyOf(typeof(LogLevel))}, "
                    + $"for example Warning.";
            }
        }
    }

    private static bool CanListen(string address)
    {
        try
        {
            return BindingAddress.Parse(address) is { Scheme: "http" or "https" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
