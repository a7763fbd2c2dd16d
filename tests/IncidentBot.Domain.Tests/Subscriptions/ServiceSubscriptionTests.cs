using IncidentBot.Domain.Subscriptions;

namespace IncidentBot.Domain.Tests.Subscriptions;

public sealed class ServiceSubscriptionTests
{
    private static readonly PersonId Ada = new("U0ADA");
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Payments API", true)]
    [InlineData("payments  api", true)]
    [InlineData("Payments", false)]
    [InlineData(null, false)]
    public void It_is_about_the_service_in_every_spelling(string? service, bool isOf) =>
        Assert.Equal(isOf, ServiceSubscription.Create(Guid.NewGuid(), "C1", "Payments API", Ada, Now).Value!.IsOf(service));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_service_it_is_refused(string service) =>
        Assert.Equal("service", ServiceSubscription.Create(Guid.NewGuid(), "C1", service, Ada, Now).Refusal!.Field);

    [Theory]
    [InlineData("U024BE7LH", true)]
    [InlineData("W012A3CDE", true)]
    [InlineData("C024BE91L", false)]
    [InlineData("G012A3CDE", false)]
    [InlineData("", false)]
    public void The_target_says_whether_it_is_a_person(string target, bool isPerson) =>
        Assert.Equal(isPerson, ServiceSubscription.IsPerson(target));

    [Fact]
    public void It_follows_a_renamed_service()
    {
        var subscription = ServiceSubscription.Create(Guid.NewGuid(), "C1", "Payments", Ada, Now).Value!;

        subscription.Follow("Billing");

        Assert.True(subscription.IsOf("billing"));
        Assert.False(subscription.IsOf("Payments"));
    }
}
