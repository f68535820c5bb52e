using System.IO.Compression;
using System.Text;
using Kabinet.Exchange.Tables;
using Xunit;

namespace Kabinet.Web.Tests.Exchange.Tables;

/// <summary>Files as people send them, made in the test.</summary>
internal static class Files
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static Encoding Cyrillic => CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    public static Stream Text(string text, Encoding? encoding = null, bool withMark = false) =>
        new MemoryStream([.. withMark ? (encoding ?? Encoding.UTF8).GetPreamble() : [], .. (encoding ?? new UTF8Encoding(false)).GetBytes(text)]);

    public static Stream Bytes(params byte[] bytes) => new MemoryStream(bytes);

    /// <summary>A workbook of parts, as Excel lays them out.</summary>
    /// <param name="rows">The XML of each sheet's rows, by its name.</param>
    /// <param name="styles">The XML of the formats of numbers and cells.</param>
    public static MemoryStream Workbook(string? styles = null, params (string Name, string Rows)[] rows)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Write(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets>{string.Concat(rows.Select((one, i) => $"<sheet name=\"{one.Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>");
            Write(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(rows.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}</Relationships>");
            if (styles is not null) Write(archive, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>");
            foreach (var (i, one) in rows.Index()) Write(archive, $"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{one.Rows}</sheetData></worksheet>");
        }
        file.Position = 0;
        return file;
    }

    /// <summary>A row of texts.</summary>
    public static string Row(params string[] texts) => $"<row>{string.Concat(texts.Select(text => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";

    /// <summary>The whole table, row by row, cells with | between them.</summary>
    public static List<string> Read(Stream file, int sheet = 0)
    {
        using var table = Table.Open(file).Value;
        return [.. table.Rows(table.Sheets[sheet]).Select(row => $"{row.Number}: {string.Join("|", row.Cells)}")];
    }

    /// <summary>Why it is refused, on opening or on looking through.</summary>
    public static RefusalReason Refusal(Stream file)
    {
        var opened = Table.Open(file);
        if (opened.IsRefused) return opened.Refusals[0].Reason;
        using var table = opened.Value;
        var survey = TableSurvey.Of(table, table.Sheets[0], [], TestContext.Current.CancellationToken);
        Assert.True(survey.IsRefused);
        return survey.Refusals[0].Reason;
    }

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(content);
    }
}
