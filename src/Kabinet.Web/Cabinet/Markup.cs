using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Kabinet.Cabinet;

/// <summary>
/// Markup that is written straight to the page: markup.Write($"&lt;b&gt;{name}&lt;/b&gt;"). What stands in the string is markup; what is filled in is
/// text and is encoded, unless it is markup itself. For what stands in rows: every part of a view costs, and there may be hundreds of rows.
/// </summary>
internal readonly struct Markup(TextWriter writer, HtmlEncoder encoder)
{
    private readonly TextWriter writer = writer;
    private readonly HtmlEncoder encoder = encoder;

    // The handler has written it by the time this is called.
#pragma warning disable CA1822, IDE0060
    public void Write([InterpolatedStringHandlerArgument("")] ref Handler parts) { }
#pragma warning restore CA1822, IDE0060

    [InterpolatedStringHandler]
    public readonly ref struct Handler
    {
        private readonly Markup into;

        public Handler(int literalLength, int formattedCount, Markup into)
        {
            _ = (literalLength, formattedCount);
            this.into = into;
        }

        public void AppendLiteral(string markup) => into.writer.Write(markup);
        public void AppendFormatted(string? text) => into.encoder.Encode(into.writer, text ?? "");
        public void AppendFormatted(IHtmlContent markup) => markup.WriteTo(into.writer, into.encoder);
    }
}
