using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

/// <summary>The salon's site, opened anew for each test, and clients at their browsers.</summary>
public abstract class CabinetTest(PostgresCluster postgres) : IAsyncLifetime
{
    private readonly List<PlainBrowser> browsers = [];

    protected SalonSite Site { get; private set; } = null!;
    protected Salon Salon => Site.Salon;
    protected TestCompany Mint => Salon.Company;

    public async ValueTask InitializeAsync() => Site = await SalonSite.OpenAsync(Store.Sqlite, postgres);

    /// <summary>Somebody else's browser at every call.</summary>
    protected PlainBrowser NewClient(string language = "ru")
    {
        var http = Site.CreateClient();
        http.DefaultRequestHeaders.Add("Accept-Language", language);
        browsers.Add(new PlainBrowser(http));
        return browsers[^1];
    }

    /// <summary>Somebody else books by other means; the site knows at once.</summary>
    protected Task<Outcome<WorkOrder>> SomebodyBooksAsync(int service, int? resource, string time, int day = 0) =>
        Site.Use<BookAppointment>().RunAsync(Mint.Id, Salon.Form(service, resource, Salon.At(time, day), "+7 903 000-00-01", "Ольга"), Salon.Client());

    /// <summary>The staff changes the catalogue.</summary>
    protected async Task ChangeAsync(Action<AppDb> change)
    {
        var outcome = await Site.Use<CompanyWork>().ChangeAsync<bool>(Mint.Id, (db, company) =>
        {
            change(db);
            company.TouchCatalogue();
            return Task.FromResult<Outcome<bool>>(true);
        });
        Assert.False(outcome.IsRefused);
    }

    public async ValueTask DisposeAsync()
    {
        browsers.ForEach(browser => browser.Dispose());
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
