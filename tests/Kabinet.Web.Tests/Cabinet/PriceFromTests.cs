using Kabinet.ServiceCatalog;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

public class PriceFromTests(PostgresCluster postgres) : CabinetTest(postgres)
{
    [Fact]
    public async Task A_price_from_is_called_so_on_the_way_and_in_the_order_until_another_is_agreed()
    {
        Assert.Empty((await Site.Use<ChangeService>().RunAsync(Salon.Olga(), Mint.Haircut, form => form with { Price = 1500, IsPriceFrom = true }, Cancel)).Refusals);
        var maria = NewClient();

        await maria.OpenAsync("new/services");
        Assert.Contains("от 1 500 ₽", Words(maria), StringComparison.Ordinal);
        await maria.OpenAsync($"new?resource={Mint.Anna}&service={Mint.Haircut}");
        Assert.Contains("от 1 500 ₽", Words(maria), StringComparison.Ordinal);

        var order = (await SomebodyBooksAsync(Mint.Haircut, Mint.Anna, "12:00", day: 1)).Value;
        var line = Assert.Single((await Salon.ReadAsync(order.Id)).Works);
        Assert.Equal((false, true, 1500m), (line.IsPriced, line.IsPriceFrom, line.Sum.AsRubles));
        order.Agree(line.Number, 1, Money.Rubles(1800), 0);
        Assert.Equal((true, false, 1800m), (order.Works[0].IsPriced, order.Works[0].IsPriceFrom, order.Sum.AsRubles));
    }

    /// <summary>Spaces of every width as plain ones.</summary>
    private static string Words(PlainBrowser browser) => string.Concat(browser.Page.Words.Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
