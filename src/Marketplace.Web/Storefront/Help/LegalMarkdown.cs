using Markdig;

namespace Marketplace.Web.Storefront.Help;

/// <summary>A legal text as the operator wrote it. HTML in it is shown as text.</summary>
public static class LegalMarkdown
{
    private static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static string ToHtml(string text) => Markdown.ToHtml(text, Plain);
}
