namespace IncidentBot.Tests.Jobs;

/// <summary>Hangfire keeps its log provider in a static: tests that start it take turns.</summary>
[CollectionDefinition(Name)]
public sealed class HangfireStatics
{
    public const string Name = "Hangfire's statics";
}
