using System.Text.Json;

namespace IncidentBot.Slack.Blocks;

/// <summary>The limits of views ("Views").</summary>
internal static class ViewRules
{
    public static void Check(View view, BlockFindings findings)
    {
        findings.AtMost("blocks", view.Blocks.Count, View.MaxBlocks, "blocks");
        findings.Text("private_metadata", view.PrivateMetadata, View.MaxPrivateMetadataLength, required: false);
        findings.Text("callback_id", view.CallbackId, View.MaxIdLength, required: false);
        findings.Text("external_id", view.ExternalId, View.MaxIdLength, required: false);
        BlockRules.CheckAll(view.Blocks, findings.At("blocks"));
        if (view is Modal modal)
        {
            CheckModal(modal, findings);
        }

        if (findings.All.Count == 0)
        {
            findings.AtMost("", JsonSerializer.SerializeToUtf8Bytes(view, SlackJson.Options).Length, View.MaxBytes, "bytes");
        }
    }

    private static void CheckModal(Modal modal, BlockFindings findings)
    {
        findings.Text("title", modal.Title, Modal.MaxTitleLength);
        findings.Text("submit", modal.Submit, Modal.MaxButtonLength, required: modal.Blocks.OfType<InputBlock>().Any());
        findings.Text("close", modal.Close, Modal.MaxButtonLength, required: false);
    }
}
