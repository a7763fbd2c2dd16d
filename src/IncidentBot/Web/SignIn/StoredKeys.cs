using System.Xml.Linq;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Web.SignIn;

/// <summary>
/// Keeps the framework's keys in our database. The framework asks for them without waiting, once a day at most, and makes one every 90
/// days. Its own repository would write past the gate, and would keep two first keys when two nodes start together: each would then
/// refuse the cookies of the other.
/// </summary>
internal sealed class StoredKeys(IServiceScopeFactory scopes, WriteGate gate) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        return [.. db.SignInKeys.AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        using var turn = gate.EnterAsync(CancellationToken.None).GetAwaiter().GetResult();
        var last = db.SignInKeys.Max(key => (int?)key.Id) ?? 0;
        db.SignInKeys.Add(new SignInKey
        {
            Id = last + 1,
            Name = friendlyName,
            Xml = element.ToString(SaveOptions.DisableFormatting),
        });
        try
        {
            db.SaveChanges();
        }
        catch (DbUpdateException conflict) when (DuplicateKey.Is(conflict))
        {
            // Another node was first. Its key is as good, and the framework reads it next.
        }
    }
}
