using System.Security.Claims;
using IncidentBot.Domain;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace IncidentBot.Web.SignIn;

/// <summary>What the cookie says: who someone is, and in which workspace. What they may do is looked up at each request.</summary>
internal sealed record Session(PersonId Person, string Team)
{
    private const string PersonClaim = "person";
    private const string TeamClaim = "team";

    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [new Claim(PersonClaim, Person.Value), new Claim(TeamClaim, Team)], CookieAuthenticationDefaults.AuthenticationScheme));

    public static Session? Of(ClaimsPrincipal? principal) =>
        principal?.FindFirst(PersonClaim)?.Value is { Length: > 0 } person && principal.FindFirst(TeamClaim)?.Value is { } team
            ? new Session(new PersonId(person), team)
            : null;
}
