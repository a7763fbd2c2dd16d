using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Web.SignIn;

/// <summary>
/// Asks at each request whether the person is still a member: someone who left this morning reads nothing this afternoon, whatever their
/// cookie says.
/// </summary>
internal sealed class SessionCheck(IncidentDb db, OwnTeam ownTeam) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var cancellationToken = context.HttpContext.RequestAborted;
        if (Session.Of(context.Principal) is { } session
            && session.Team == await ownTeam.FindAsync(cancellationToken)
            && await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == session.Person, cancellationToken)
                is { Standing: Standing.Member } member)
        {
            context.HttpContext.Features.Set(new PageReader(member));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
