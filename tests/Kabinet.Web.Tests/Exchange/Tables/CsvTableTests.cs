using System.Text;
using Kabinet.Exchange.Tables;
using Xunit;

namespace Kabinet.Web.Tests.Exchange.Tables;

public class CsvTableTests
{
    private const string Clients = "Имя;Телефон\r\nМария Ковалёва;8 916 123-45-67\r\nПётр;\r\n";
    private static readonly string[] ClientRows = ["1: Имя|Телефон", "2: Мария Ковалёва|8 916 123-45-67", "3: Пётр|"];

    public static TheoryData<string, bool> Encodings => new() { { "utf-8", false }, { "utf-8", true }, { "windows-1251", false }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false } };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Russian_letters_are_read_whatever_program_wrote_them(string name, bool withMark)
    {
        var encoding = name == "windows-1251" ? Files.Cyrillic : name == "utf-8" ? new UTF8Encoding(withMark) : Encoding.GetEncoding(name);

        Assert.Equal(ClientRows, Files.Read(Files.Text(Clients, encoding, withMark)));
    }

    [Theory]
    [InlineData("Имя,Телефон\nМария,1\n", "1: Имя|Телефон", "2: Мария|1")]
    [InlineData("Имя\tТелефон\nМария\t1\n", "1: Имя|Телефон", "2: Мария|1")]
    [InlineData("Имя;Заметки\nМария;раз, два, три, четыре\nПётр;нет, да, нет\n", "1: Имя|Заметки", "2: Мария|раз, два, три, четыре", "3: Пётр|нет, да, нет")]
    [InlineData("Имя,Заметки\nМария,\"раз; два; три\"\nПётр,\"а; б\"\n", "1: Имя|Заметки", "2: Мария|раз; два; три", "3: Пётр|а; б")]
    [InlineData("sep=|\nИмя|Телефон\nМария|1\n", "2: Имя|Телефон", "3: Мария|1")]
    [InlineData("Имя\nМария\n", "1: Имя", "2: Мария")]
    public void The_separator_is_found_out(string text, params string[] rows) => Assert.Equal(rows, Files.Read(Files.Text(text)));

    [Fact]
    public void A_quoted_cell_holds_line_breaks_separators_and_quotes() =>
        Assert.Equal(["1: Имя|Заметки", "2: ООО \"Ромашка\"|Первая строка\nвторая; третья", "3: ", "4: Пётр|"],
            Files.Read(Files.Text("Имя;Заметки\n\"ООО \"\"Ромашка\"\"\";\"Первая строка\nвторая; третья\"\n\nПётр;\n")));

    [Fact]
    public void A_quote_within_a_cell_that_is_not_quoted_belongs_to_it() =>
        Assert.Equal(["1: Имя|Телефон", "2: ООО \"Ромашка\"|1", "3: Ваня \"Быстрый|2", "4: Пётр|3"], Files.Read(Files.Text("Имя;Телефон\nООО \"Ромашка\";1\nВаня \"Быстрый;2\nПётр;3\n")));

    [Theory]
    [InlineData(2)]
    [InlineData(3000)]
    public void A_quote_that_is_never_closed_is_told_and_not_swallowed(int rows)
    {
        var rest = string.Concat(Enumerable.Range(0, rows).Select(i => $"Клиент {i};8916{i:0000000}\n"));

        Assert.Equal(RefusalReason.TableBroken, Files.Refusal(Files.Text("Имя;Телефон\n\"Мария;1\n" + rest)));
    }

    [Fact]
    public void What_was_made_harmless_for_Excel_is_read_as_it_was()
    {
        string[] texts = ["=HYPERLINK(\"http://x\")", "@SUM(A1)", "-2+3+cmd|' /C calc'!A0", "+7 916 123-45-67, +7 495 000-00-00", "+A1", "'Кавычка", "Мария", ""];

        Assert.Equal(["'=HYPERLINK(\"http://x\")", "'@SUM(A1)", "'-2+3+cmd|' /C calc'!A0", "+7 916 123-45-67, +7 495 000-00-00", "'+A1", "'Кавычка", "Мария", ""], texts.Select(FormulaGuard.With));
        Assert.Equal(texts, texts.Select(text => FormulaGuard.Without(FormulaGuard.With(text))));
    }
}
