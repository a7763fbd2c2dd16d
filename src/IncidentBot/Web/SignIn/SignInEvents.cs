using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace IncidentBot.Web.SignIn;

/// <summary>
/// What happens when someone comes back from Slack. Any Slack account on earth can get this far, so only members of our workspace
/// are signed in.
/// </summary>
internal sealed partial class SignInEvents(IncidentDb db, PeopleDirectory people, OwnTeam ownTeam, ILogger<SignInEvents> logger)
    : OpenIdConnectEvents
{
    private const string TeamClaim = "https://slack.com/team_id";
    private const string PersonClaim = "https://slack.com/user_id";

    /// <summary>Slack refuses with status 200 and a word.</summary>
    public override Task TokenResponseReceived(TokenResponseReceivedContext context)
    {
        if (context.TokenEndpointResponse.Error is { Length: > 0 } refusal)
        {
            context.Fail(refusal);
        }

        return Task.CompletedTask;
    }

    public override async Task TokenValidated(TokenValidatedContext context)
    {
        var cancellationToken = context.HttpContext.RequestAborted;
        var team = context.Principal?.FindFirst(TeamClaim)?.Value ?? "";
        var person = new PersonId(context.Principal?.FindFirst(PersonClaim)?.Value ?? "");
        var standing = person.Value.Length > 0 && team == await ownTeam.FindAsync(cancellationToken)
            ? await people.StandingOfAsync(person, cancellationToken)
            : Standing.Outsider;
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        if (standing is not Standing.Member)
        {
            context.Response.Redirect(SignInRoutes.RefusedPath(standing));
            context.HandleResponse();
            return;
        }

        context.Principal = new Session(person, team).ToPrincipal();
        context.Properties!.IsPersistent = true;
    }

    /// <summary>Someone pressed "Cancel" at Slack.</summary>
    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.Response.Redirect(SignInRoutes.PathTo(context.ReturnUrl));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>Slack does not answer, the code is too old, or the address was made up.</summary>
    public override Task RemoteFailure(RemoteFailureContext context)
    {
        Log.Failed(logger, context.Failure?.Message);
        context.Response.Redirect(SignInRoutes.PathTo(context.Properties?.RedirectUri, failed: true));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A sign-in to the pages failed: {Reason}")]
        public static partial void Failed(ILogger logger, string? reason);
    }
}
