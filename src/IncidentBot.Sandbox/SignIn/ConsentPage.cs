using System.Text.Encodings.Web;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.SignIn;

/// <summary>The pages of the two authorize addresses, on which a person signs in or cancels.</summary>
internal static class ConsentPage
{
    private const string Style = """
        body {
          font: 16px/1.5 system-ui, sans-serif; color: #1d2733; background: #f5f7f9; margin: 0;
          display: grid; place-items: center; min-height: 100vh;
        }
        main { width: min(440px, 92vw); background: #fff; border: 1px solid #e3e7ec; border-radius: 12px; padding: 28px; }
        h1 { font-size: 20px; margin: 0 0 6px; } p { color: #5b6875; margin: 0 0 16px; }
        button {
          display: block; width: 100%; text-align: left; font: inherit; padding: 8px 12px; margin: 0 0 6px;
          border: 1px solid #c9d1d9; border-radius: 8px; background: #fff; cursor: pointer;
        }
        button:hover { background: #f0f3f6; } small { color: #5b6875; }
        button.me { background: #1f2d3d; color: #fff; border-color: #1f2d3d; margin-bottom: 14px; } button.me small { color: #d4dbe2; }
        button.cancel { text-align: center; margin-top: 14px; border: 0; color: #5b6875; }
        """;

    public static string Ask(AuthorizationRequest request, Workspace workspace)
    {
        var people = string.Concat(workspace.Users.People.OrderBy(user => user.Id != workspace.Users.AtThePage).Select(user =>
            $"""<button name="user" value="{Escape(user.Id)}" data-testid="agree-{Escape(user.Name)}"{MarkOf(user, workspace)}>"""
            + $"<b>{Escape(user.RealName)}</b> <small>{Escape(user.Title)}</small></button>"));
        var what = request.IsSignIn ? "sign in with Slack" : "be installed";
        return Frame("Sandbox", $"""
            <h1>IncidentBot would like to {what}</h1>
            <p>In the workspace {Escape(workspace.Team.Name)}: {Escape(string.Join(", ", request.Scopes))}. Who are you?</p>
            <form method="post">{people}<button class="cancel" data-testid="cancel">Cancel</button></form>
            """);
    }

    /// <summary>Whom the person plays in the workspace at this moment.</summary>
    private static string MarkOf(User user, Workspace workspace) =>
        user.Id == workspace.Users.AtThePage ? " class=\"me\" autofocus" : "";

    public static string Refusal(string error) => Frame("Something went wrong", $"""
        <h1>Something went wrong when authorizing this app.</h1>
        <p data-testid="refusal">Error: {Escape(error)}</p>
        """);

    /// <summary>response_mode=form_post: the browser carries the answer in a form.</summary>
    public static string PostBack(string address, IReadOnlyDictionary<string, string?> answer)
    {
        var fields = string.Concat(answer.Select(a => $"""<input type="hidden" name="{Escape(a.Key)}" value="{Escape(a.Value ?? "")}">"""));
        return Frame("Signing in", $"""
            <form method="post" action="{Escape(address)}">{fields}<button>Continue</button></form>
            <script>document.forms[0].submit();</script>
            """);
    }

    private static string Frame(string title, string content) =>
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title><style>{Style}</style></head>"
        + $"<body><main>{content}</main></body></html>";

    private static string Escape(string text) => HtmlEncoder.Default.Encode(text);
}
