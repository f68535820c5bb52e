using QRCoder;

namespace Kabinet.Publication;

/// <summary>An address as a code that a phone's camera opens, black on white with the quiet edge that readers need.</summary>
internal static class QrCode
{
    /// <summary>About 700 pixels a side: sharp on a sheet of paper.</summary>
    private const int PixelsPerModule = 20;

    public static string Svg(string address)
    {
        using var code = CodeOf(address);
        using var drawing = new SvgQRCode(code);
        return drawing.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    public static byte[] Png(string address)
    {
        using var code = CodeOf(address);
        using var drawing = new PngByteQRCode(code);
        return drawing.GetGraphic(PixelsPerModule);
    }

    /// <summary>A quarter of it may be scratched or covered.</summary>
    private static QRCodeData CodeOf(string address) => QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
}
