using System.Globalization;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Sandbox.Stories;

namespace IncidentBot.Demo.Quarter;

/// <summary>The people in the story; one of them acts at a time.</summary>
internal sealed class Cast(Sandbox.State.Workspace slack, DemoPace pace, CancellationToken cancellationToken)
{
    // The first match is played, so longer forms come first.
    private static readonly (ClauseForm Form, Func<Cast, IReadOnlyDictionary<string, string>, Task> Play)[] Phrases =
    [
        (new("as **{person}**"), (cast, parts) => cast.SwitchTo(parts["person"])),
        (new("open **{place}**"), (cast, parts) => cast.Actor.OpenAsync(parts["place"])),
        (new("join the channel"), (cast, _) => cast.Actor.JoinAsync()),
        (new("invite **{person}**"), (cast, parts) => cast.Actor.InviteAsync(parts["person"].ToLowerInvariant())),
        (new("type `{command}`"), (cast, parts) => cast.Actor.TypeAsync(parts["command"])),
        (new("write \"{text}\" into **{label}**"), (cast, parts) => cast.Actor.FillAsync(parts["label"], parts["text"])),
        (new("write \"{text}\""), (cast, parts) => cast.Actor.TypeAsync(parts["text"])),
        (new("reply \"{text}\" in the thread of \"{message}\""), (cast, parts) => cast.Actor.ReplyAsync(parts["text"], parts["message"])),
        (new("react with :{emoji}: to \"{message}\""), (cast, parts) => cast.Actor.ReactAsync(parts["emoji"], parts["message"])),
        (new("choose **{option}** for **{label}**"), (cast, parts) => cast.Actor.FillAsync(parts["label"], parts["option"])),
        (new("choose **{option}**"), (cast, parts) => cast.Actor.ChooseAsync(parts["option"])),
        (new("set **{label}** to **{days} days from now**"), (cast, parts) => cast.Actor.FillAsync(parts["label"], cast.In(parts["days"]))),
        (new("press **{button}** beside \"{text}\""), (cast, parts) => cast.Actor.PressAsync(parts["button"], parts["text"])),
        (new("press **{button}**"), (cast, parts) => cast.Actor.PressAsync(parts["button"])),
        (new("close the form"), (cast, _) => cast.Actor.CloseAsync()),
        (new("you see \"{text}\""), (cast, parts) => cast.Actor.SeeAsync(parts["text"])),
        (new("Slack refuses the next channel"), (cast, _) => cast.RefuseNextChannel()),
    ];

    private readonly Dictionary<string, Colleague> _colleagues = new(StringComparer.OrdinalIgnoreCase);

    private Colleague? _actor;

    private Colleague Actor => _actor ?? throw new InvalidOperationException("The story does not say who acts.");

    public Task PlayAsync(string clause)
    {
        foreach (var (form, play) in Phrases)
        {
            if (form.Read(clause) is { } parts)
            {
                return play(this, parts);
            }
        }

        throw new ArgumentException($"No phrase matches \"{clause}\".", nameof(clause));
    }

    private Task SwitchTo(string person)
    {
        if (!_colleagues.TryGetValue(person, out _actor))
        {
            _colleagues.Add(person, _actor = new Colleague(slack, pace, slack.As(person.ToLowerInvariant()), cancellationToken));
        }

        return Task.CompletedTask;
    }

    private Task RefuseNextChannel()
    {
        slack.CallFailures.Next("conversations.create", new CallFailure(CallFailureKind.Error) { Code = "restricted_action" });
        return Task.CompletedTask;
    }

    private string In(string days) =>
        slack.Now.AddDays(int.Parse(days, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
