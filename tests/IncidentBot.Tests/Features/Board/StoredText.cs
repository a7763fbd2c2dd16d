using System.Text.Json;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Board;

/// <summary>Everything that the tables hold about a meeting, as text to search in.</summary>
internal static class StoredText
{
    public static async Task<string> OfBoardAsync(IncidentDb db, int number)
    {
        var board = await db.Boards.AsNoTracking().SingleAsync(board => board.IncidentNumber == number);
        var sent = await db.Outbox.AsNoTracking().Select(row => row.Key + row.Payload).ToListAsync();
        return JsonSerializer.Serialize(board, JsonColumn.Json) + string.Join(' ', sent);
    }
}
