namespace IncidentBot.Sandbox.Tests.Lab;

internal static class Modals
{
    public const string Blocks =
        """
        [{"type":"section","text":{"type":"mrkdwn","text":"*INC-1*"}},
         {"type":"actions","elements":[
          {"type":"button","action_id":"inc.update","text":{"type":"plain_text","text":"Post update"},"value":"1"}]}]
        """;

    public const string Declare =
        """
        {"type":"modal","callback_id":"incident.declare","title":{"type":"plain_text","text":"Declare incident"},
         "submit":{"type":"plain_text","text":"Save"},"close":{"type":"plain_text","text":"Cancel"},"notify_on_close":true,
         "blocks":[
          {"type":"input","block_id":"title_b","label":{"type":"plain_text","text":"Title"},
           "element":{"type":"plain_text_input","action_id":"title","min_length":3,"max_length":20}},
          {"type":"input","block_id":"sev_b","label":{"type":"plain_text","text":"Severity"},"dispatch_action":true,
           "element":{"type":"static_select","action_id":"severity","options":[
            {"text":{"type":"plain_text","text":"SEV1"},"value":"sev1"},{"text":{"type":"plain_text","text":"SEV2"},"value":"sev2"}],
            "initial_option":{"text":{"type":"plain_text","text":"SEV2"},"value":"sev2"}}},
          {"type":"input","block_id":"num_b","optional":true,"label":{"type":"plain_text","text":"Users"},
           "element":{"type":"number_input","action_id":"users","is_decimal_allowed":false,"min_value":"0","max_value":"100"}},
          {"type":"input","block_id":"svc_b","optional":true,"label":{"type":"plain_text","text":"Service"},
           "element":{"type":"external_select","action_id":"service","min_query_length":0}},
          {"type":"input","block_id":"lead_b","optional":true,"label":{"type":"plain_text","text":"Lead"},
           "element":{"type":"users_select","action_id":"lead"}},
          {"type":"input","block_id":"who_b","optional":true,"label":{"type":"plain_text","text":"Responders"},
           "element":{"type":"multi_users_select","action_id":"who"}},
          {"type":"input","block_id":"at_b","optional":true,"label":{"type":"plain_text","text":"Started"},
           "element":{"type":"datetimepicker","action_id":"at"}}]}
        """;

    public const string Home =
        """
        {"type":"home","callback_id":"home","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*Your open actions*"}},
         {"type":"actions","block_id":"h2","elements":[{"type":"button","action_id":"home.declare","style":"primary",
          "text":{"type":"plain_text","text":"Declare incident"},"value":"declare"}]}]}
        """;

    public static string Plain(string title = "Declared", string? externalId = null) =>
        $$$"""
        {"type":"modal","callback_id":"plain","title":{"type":"plain_text","text":"{{{title}}}"},"external_id":"{{{externalId}}}",
         "blocks":[{"type":"section","text":{"type":"mrkdwn","text":"Hello"}}]}
        """;
}
