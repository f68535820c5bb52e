using Kabinet.Customers;
using Xunit;

namespace Kabinet.Web.Tests.Customers;

public class PhonesTests
{
    [Theory]
    [InlineData("89161234567")]
    [InlineData("79161234567")]
    [InlineData("9161234567")]
    [InlineData("+79161234567")]
    [InlineData("+7 (916) 123-45-67")]
    [InlineData("8 916 123 45 67")]
    [InlineData("8-916-123-45-67")]
    [InlineData("  8(916)1234567  ")]
    public void A_Russian_phone_is_read_however_it_is_typed(string typed) => Assert.Equal("+79161234567", Phones.Normalise(typed));

    [Theory]
    [InlineData("+375 29 123-45-67", "+375291234567")]
    [InlineData("+1 202 555 0143", "+12025550143")]
    [InlineData("+49 30 901820", "+4930901820")]
    [InlineData("8 (495) 123-45-67", "+74951234567")]
    [InlineData("+7 701 123 45 67", "+77011234567")]
    public void A_phone_of_another_country_or_city_keeps_its_own_code(string typed, string read) => Assert.Equal(read, Phones.Normalise(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("123")]
    [InlineData("911")]
    [InlineData("Мария")]
    [InlineData("+7 916 123-45-6")]
    [InlineData("+7 916 123-45-678")]
    [InlineData("+999 123 456 789")]
    [InlineData("+79161234567, +79161234568")]
    [InlineData("00000000000")]
    public void What_is_no_phone_is_not_read(string? typed) => Assert.Null(Phones.Normalise(typed));

    [Fact]
    public void What_is_endless_is_not_read() => Assert.Null(Phones.Normalise(new string('9', 100_000)));

    [Fact]
    public void What_was_read_is_read_again_as_it_is() => Assert.Equal("+79161234567", Phones.Normalise(Phones.Normalise("89161234567")));

    [Theory]
    [InlineData("+79161234567", "+7 916 123-45-67")]
    [InlineData("+375291234567", "+375 29 123-45-67")]
    public void A_phone_is_shown_in_groups(string phone, string shown) => Assert.Equal(shown, Phones.Show(phone));
}
