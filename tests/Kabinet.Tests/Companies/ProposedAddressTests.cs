using Kabinet.Companies;
using Xunit;

namespace Kabinet.Tests.Companies;

public class ProposedAddressTests
{
    [Theory]
    [InlineData("Студия «Мята»", "studiya-myata")]
    [InlineData("  Гараж №1  ", "garazh-1")]
    [InlineData("Йога & Co.", "yoga-co")]
    [InlineData("Щёлковский объезд, 12", "schelkovskiy-obezd-12")]
    [InlineData("Café São Paulo", "cafe-sao-paulo")]
    [InlineData("ЮлиЯ", "yuliya")]
    [InlineData("🦷 Зуб", "zub")]
    [InlineData("office", "")]
    [InlineData("Я", "ya")]
    [InlineData("А", "")]
    [InlineData("東京", "")]
    [InlineData("", "")]
    public void A_name_is_written_as_one_writes_it_in_an_address(string name, string address) => Assert.Equal(address, ProposedAddress.Of(name));

    [Fact]
    public void A_long_name_is_cut_and_still_an_address()
    {
        var proposed = ProposedAddress.Of("Стоматологическая клиника доктора Преображенского и сыновей");

        Assert.True(CompanyAddress.IsValid(proposed), proposed);
        Assert.StartsWith("stomatologicheskaya-klinika-doktora", proposed, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_name_is_taken_a_number_follows_it()
    {
        Assert.Equal("myata-2", ProposedAddress.Of("Мята", 2));
        var proposed = ProposedAddress.Of("Стоматологическая клиника доктора Преображенского", 12);
        Assert.True(CompanyAddress.IsValid(proposed), proposed);
        Assert.EndsWith("-12", proposed, StringComparison.Ordinal);
    }
}
