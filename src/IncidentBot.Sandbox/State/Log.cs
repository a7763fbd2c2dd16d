namespace IncidentBot.Sandbox.State;

/// <summary>One Web API call of the bot.</summary>
internal sealed record ApiCall(DateTimeOffset At, string Method, string Arguments, int Status, string Answer, TimeSpan Took)
{
    public bool Ok => Status == 200 && Answer.StartsWith("{\"ok\":true", StringComparison.Ordinal);
}

/// <summary>One delivery to the bot and how fast it was acknowledged, in real time.</summary>
internal sealed record BotDelivery(DateTimeOffset At, string Kind, string Name, int Attempt, int? Status, string? Failure, TimeSpan Took)
{
    public bool Acknowledged => Failure is null && Status is >= 200 and < 300;
}
