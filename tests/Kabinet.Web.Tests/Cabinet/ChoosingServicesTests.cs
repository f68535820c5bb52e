using System.Net;
using Kabinet.ServiceCatalog;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

public class ChoosingServicesTests(PostgresCluster postgres) : CabinetTest(postgres)
{
    [Fact]
    public async Task A_search_keeps_what_is_ticked()
    {
        var page = await NewClient().OpenAsync($"new/services?service={Mint.Haircut}&search=МАССАЖ");

        Assert.Contains("Уже выбрано Женская стрижка", page.Words, StringComparison.Ordinal);
        Assert.Contains("Массаж спины", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Йога", page.Words, StringComparison.Ordinal);
        Assert.Equal(Mint.Haircut.ToString(System.Globalization.CultureInfo.InvariantCulture), page.Field("service"));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so()
    {
        var page = await NewClient().OpenAsync("new/services?search=татуировка");

        Assert.Contains("«татуировка» не нашлось", page.Words, StringComparison.Ordinal);
        Assert.NotEmpty(page.Link("Показать все услуги"));
    }

    [Fact]
    public async Task Where_a_visit_is_one_service_only_it_is_chosen_by_a_tap()
    {
        await ChangeAsync(db => db.Companies.Single(company => company.Id == Mint.Id).OnlineBooking = new() { AllowsSeveralServices = false });
        var maria = NewClient();
        await maria.OpenAsync($"new/services?resource={Mint.Anna}");

        await maria.FollowAsync("Женская стрижка");

        Assert.NotEmpty(maria.Page.Link("Продолжить"));
        var two = await maria.OpenAsync($"new?resource={Mint.Anna}&service={Mint.Haircut}&service={Mint.Massage}");
        Assert.True(two.Marks("service", "Можно выбрать только одну услугу."));
    }

    [Fact]
    public async Task Services_that_nobody_performs_together_are_refused()
    {
        var page = await NewClient().OpenAsync($"new?resource=any&service={Mint.Colouring}&service={Mint.Consultation}");

        Assert.True(page.Marks("service", "Никто из специалистов не оказывает это за один визит."));
    }

    [Fact]
    public async Task Two_hundred_services_are_folded_by_their_groups()
    {
        await ChangeAsync(db =>
        {
            db.Add(new ServiceGroup(Mint.Id, 9001, "Ногти", 1));
            for (var i = 0; i < 200; i++)
            {
                var service = new Service(Mint.Id, 10_000 + i, $"Маникюр {i}", 30, Money.Rubles(1000)) { GroupId = 9001 };
                service.PerformerIds.Add(Mint.Anna);
                db.Add(service);
            }
        });

        var page = await NewClient().OpenAsync("new/services");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Ногти 200 услуг", page.Words, StringComparison.Ordinal);
        Assert.Contains("Другие услуги", page.Words, StringComparison.Ordinal);
        Assert.Contains("Маникюр 150", (await NewClient().OpenAsync("new/services?search=маникюр 150")).Words, StringComparison.Ordinal);
    }
}
