using System.Globalization;
using System.IO.Compression;
using Kabinet.Exchange.Tables;
using Xunit;

namespace Kabinet.Web.Tests.Exchange.Tables;

public class XlsxTableTests
{
    private const string Styles = """
        <numFmts count="2"><numFmt numFmtId="164" formatCode="d\ mmmm\ yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>
        <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs>
        """;

    [Fact]
    public void Numbers_days_and_lengths_are_read_as_Excel_keeps_them()
    {
        const string row = """<row r="1"><c r="A1"><v>79161234567</v></c><c r="B1" s="1"><v>33010</v></c><c r="C1" s="2"><v>33010</v></c><c r="D1" s="3"><v>0.0625</v></c><c r="E1"><v>2500.5</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#N/A</v></c></row>""";

        Assert.Equal(["1: 79161234567|1990-05-17|1990-05-17|1:30|2500.5|да|#N/A"], Files.Read(Files.Workbook(Styles, ("Клиенты", row))));
    }

    [Fact]
    public void Rows_keep_their_numbers_where_some_are_left_out()
    {
        var rows = Files.Read(Files.Workbook(null, ("Лист1", """<row r="2"><c r="B2" t="inlineStr"><is><r><t>Мария </t></r><r><t>Ковалёва</t></r></is></c></row><row r="5"><c r="A5"><v>1</v></c></row>""")));

        Assert.Equal(["1: |", "2: |Мария Ковалёва", "3: |", "4: |", "5: 1|"], rows);
    }

    [Fact]
    public void Each_sheet_is_read_by_its_name()
    {
        var file = Files.Workbook(null, ("Отчёт", Files.Row("Итого", "5")), ("Клиенты", Files.Row("Имя") + Files.Row("Мария")));

        Assert.Equal(["1: Имя", "2: Мария"], Files.Read(file, sheet: 1));
    }

    [Fact]
    public void A_workbook_of_no_sense_is_refused()
    {
        Assert.Equal(RefusalReason.TableBroken, Files.Refusal(Files.Workbook(null, ("Лист1", "<row r=\"1\"><c"))));
        Assert.Equal(RefusalReason.TableBroken, Files.Refusal(Files.Bytes([.. "PK\x03\x04"u8, 1, 2, 3])));
        Assert.Equal(RefusalReason.TableEmpty, Files.Refusal(Files.Workbook(null, ("Лист1", ""))));
        Assert.Equal(RefusalReason.TableEmpty, Files.Refusal(Files.Workbook(null, ("Лист1", Files.Row("Имя", "Телефон")))));
    }

    [Fact]
    public void An_archive_that_is_no_workbook_is_refused()
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry("word/document.xml");

        Assert.Equal(RefusalReason.TableUnreadable, Files.Refusal(file));
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_read()
    {
        var file = Files.Workbook(null, ("Лист1", Files.Row("Имя")));
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 301; i++) part.Write(zeros);
        }

        Assert.True(file.Length < Table.MaxBytes);
        Assert.Equal(RefusalReason.TableTooLarge, Files.Refusal(file));
    }

    [Fact]
    public void More_than_can_be_loaded_is_refused()
    {
        Assert.Equal(RefusalReason.TableTooLarge, Files.Refusal(Files.Bytes(new byte[Table.MaxBytes + 1])));
        Assert.Equal(RefusalReason.TooManyRows, Files.Refusal(Files.Text("Имя\n" + string.Concat(Enumerable.Range(0, Table.MaxRows + 1).Select(i => i.ToString(CultureInfo.InvariantCulture) + "\n")))));
        Assert.Equal(RefusalReason.TooManyColumns, Files.Refusal(Files.Text("Имя\n" + new string(';', Table.MaxColumns) + "1\n")));
        Assert.Equal(RefusalReason.TooManyColumns, Files.Refusal(Files.Workbook(null, ("Лист1", """<row r="1"><c r="XFD1"><v>1</v></c></row>"""))));
    }
}
