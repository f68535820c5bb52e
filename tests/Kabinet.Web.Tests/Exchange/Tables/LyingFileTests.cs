using System.Text;
using Xunit;

namespace Kabinet.Web.Tests.Exchange.Tables;

/// <summary>Files that are not what their names say: they are told apart by what is in them.</summary>
public class LyingFileTests
{
    private static readonly byte[] Container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void An_old_workbook_and_a_locked_one_are_told_apart()
    {
        Assert.Equal(RefusalReason.TableOldFormat, Files.Refusal(Files.Bytes([.. Container, .. new byte[100_000], .. Encoding.Unicode.GetBytes("Workbook")])));
        Assert.Equal(RefusalReason.TableEncrypted, Files.Refusal(Files.Bytes([.. Container, .. new byte[65_530 - 8], .. Encoding.Unicode.GetBytes("EncryptedPackage")])));
    }

    [Theory]
    [InlineData("<html><table><tr><td>Имя</td></tr></table></html>")]
    [InlineData("\r\n <?xml version=\"1.0\"?><Workbook/>")]
    [InlineData("{\"name\": \"Мария\"}")]
    [InlineData("%PDF-1.7")]
    public void Other_texts_are_no_tables(string text) => Assert.Equal(RefusalReason.TableUnreadable, Files.Refusal(Files.Text(text)));

    [Fact]
    public void A_picture_is_no_table() =>
        Assert.Equal(RefusalReason.TableUnreadable, Files.Refusal(Files.Bytes(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0, 1, 0)));

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n   \r\n")]
    [InlineData("Имя;Телефон\n")]
    [InlineData("Имя;Телефон\n;;\n  ;\n")]
    public void A_file_without_a_row_under_its_headings_is_empty(string text) => Assert.Equal(RefusalReason.TableEmpty, Files.Refusal(Files.Text(text)));
}
