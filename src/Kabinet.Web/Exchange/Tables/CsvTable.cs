using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Kabinet.Exchange.Tables;

/// <summary>A text with separators: which they are, and in which letters it is written, is found out.</summary>
internal sealed class CsvTable : Table
{
    /// <summary>Excel's own way to name the separator, in a line above all others.</summary>
    private const string NamesSeparator = "sep=";

    private readonly Stream file;
    private readonly Encoding encoding;
    private readonly char separator;
    private readonly bool isSeparatorNamed;

    private CsvTable(Stream file, Encoding encoding)
    {
        (this.file, this.encoding) = (file, encoding);
        using var reader = Reader();
        var first = reader.ReadLine() ?? "";
        isSeparatorNamed = first.StartsWith(NamesSeparator, StringComparison.OrdinalIgnoreCase) && first.Length > NamesSeparator.Length;
        separator = isSeparatorNamed ? first[NamesSeparator.Length] : Separator.Of(Reader());
    }

    public override IReadOnlyList<string> Sheets => [""];

    public static new Outcome<Table> Open(Stream file) =>
        TextEncoding.Of(file) is { } encoding ? new CsvTable(file, encoding) : RefusalReason.TableUnreadable;

    /// <remarks>A row of several lines with a quote that has no other is the rest of the file, swallowed.</remarks>
    public override IEnumerable<TableRow> Rows(string sheet)
    {
        using var parser = new CsvParser(Reader(), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            // A quote where none belongs stays in its cell: people write ООО "Ромашка" without doubling it.
            BadDataFound = null,
            MaxFieldSize = MaxCellLength,
        });
        for (var line = 0; Read(parser); line = parser.RawRow)
        {
            if (parser.RawRow - line > 1 && parser.RawRecord.AsSpan().Count('"') % 2 != 0) throw new TableException(RefusalReason.TableBroken);
            if (parser.Row > 1 || !isSeparatorNamed) yield return new TableRow(parser.Row, [.. (parser.Record ?? []).Select(cell => FormulaGuard.Without(cell.Trim()))]);
        }
    }

    public override void Dispose() => file.Dispose();

    private static bool Read(CsvParser parser)
    {
        try
        {
            return parser.Read();
        }
        catch (CsvHelperException exception)
        {
            throw new TableException(RefusalReason.TableBroken, exception);
        }
    }

    private StreamReader Reader()
    {
        file.Position = 0;
        return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024, leaveOpen: true);
    }
}
