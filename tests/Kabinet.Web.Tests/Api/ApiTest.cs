using Kabinet.Data;
using Kabinet.OnlineBooking;
using Xunit;

namespace Kabinet.Web.Tests.Api;

/// <summary>A test that asks the API of the salon over HTTP, on the database it chooses.</summary>
public abstract class ApiTest(PostgresCluster postgres)
{
    private protected async Task<(SalonSite Site, ApiClient Api)> OpenAsync(Store store, params (string Name, string Value)[] settings)
    {
        var site = await SalonSite.OpenAsync(store, postgres, settings);
        return (site, new ApiClient(site.CreateClient()));
    }

    private protected static string NewKey() => Guid.NewGuid().ToString();

    /// <summary>A booking that is right in everything: Maria's haircut at Anna's.</summary>
    private protected static Dictionary<string, object?> Booking(SalonSite site, string start = "2026-03-03T12:00") => new()
    {
        ["services"] = new[] { site.Salon.Company.Haircut },
        ["resource"] = site.Salon.Company.Anna,
        ["start"] = start,
        ["client"] = new Dictionary<string, object?> { ["name"] = "Мария", ["phone"] = "+7 916 123-45-67", ["email"] = "maria@example.ru" },
        ["comment"] = "У окна",
        ["remindBefore"] = 120,
        ["consent"] = new Dictionary<string, object?> { ["version"] = 1, ["advertising"] = true },
    };

    private protected static async Task<(int Id, string Token)> BookAsync(SalonSite site, ApiClient api, string start = "2026-03-03T12:00")
    {
        var answer = (await api.PostAsync("bookings", Booking(site, start), key: NewKey())).Is(System.Net.HttpStatusCode.Created);
        return (answer.Number("id"), answer.Text("token"));
    }

    /// <summary>Changes the settings «Онлайн-запись» as the owner would.</summary>
    private protected static async Task SetAsync(SalonSite site, Func<OnlineBookingSettings, OnlineBookingSettings> change)
    {
        var outcome = await site.Use<CompanyWork>().ChangeAsync<bool>(site.Salon.Company.Id, (_, company) =>
        {
            company.OnlineBooking = change(company.OnlineBooking);
            company.TouchCatalogue();
            return Task.FromResult<Outcome<bool>>(true);
        }, TestContext.Current.CancellationToken);
        Assert.False(outcome.IsRefused);
    }
}
