using System.Net;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

public class NewBookingTests(PostgresCluster postgres) : CabinetTest(postgres)
{
    [Fact]
    public async Task Maria_chooses_Anna_first_and_books()
    {
        var maria = NewClient();
        await maria.OpenAsync("new");
        await maria.FollowAsync("Выбрать специалиста");
        Assert.Contains("Записаться: Анна Соколова, ближайшее время сегодня, 10:00", maria.Page.Words, StringComparison.Ordinal);

        await maria.FollowAsync("Анна Соколова");
        await maria.FollowAsync("Выбрать услуги");
        Assert.Contains("Окрашивание", maria.Page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Консультация", maria.Page.Words, StringComparison.Ordinal);

        await maria.OpenAsync($"new?resource={Mint.Anna}&service={Mint.Haircut}");
        await maria.FollowAsync("Продолжить");
        await maria.FollowAsync("Дата и время");
        Assert.Contains("Утро 10:00", maria.Page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("14:00", maria.Page.Words, StringComparison.Ordinal);

        await maria.OpenAddressAsync(maria.Page.Links("15:00")[0]);
        Assert.Contains("Записаться на 15:00", maria.Page.Words, StringComparison.Ordinal);
        await maria.SendAsync();
        Assert.Contains("Это время за вами до 9:05.", maria.Page.Words, StringComparison.Ordinal);

        await maria.SendAsync(("name", "Мария"), ("phone", "8 916 123-45-67"), ("comment", "Покороче"), ("remindBefore", "60"), ("consent", "1"));
        Assert.Contains("Вы записаны 15:00 Сегодня, пн, 2 марта", maria.Page.Words, StringComparison.Ordinal);
        Assert.Contains("Анна Соколова · 1 ч · 2 500 ₽", maria.Page.Words, StringComparison.Ordinal);
        Assert.Equal($"/{TestCompany.Slug}", maria.Page.Link("Закрыть"));
    }

    [Fact]
    public async Task After_a_service_only_those_who_perform_it_can_be_chosen()
    {
        var maria = NewClient();
        await maria.OpenAsync($"new/resources?service={Mint.Colouring}");

        Assert.Contains("Анна Соколова", maria.Page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Екатерина Белова", maria.Page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_resource_booked_last_stands_on_top()
    {
        var maria = NewClient();
        await maria.BookAsync(Mint.Katya, Mint.Haircut, "2026-03-03T12:00");

        await maria.OpenAsync("new");

        Assert.Contains("Вы записаны к этому специалисту на 3 марта ЕБ Екатерина Белова", maria.Page.Words, StringComparison.Ordinal);
        await maria.FollowAsync("Как в прошлый раз: Женская стрижка");
        Assert.Contains("Продолжить", maria.Page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_offered_no_more_is_named_when_a_booking_is_repeated()
    {
        await ChangeAsync(db => db.Services.Single(service => service.Id == Mint.Haircut).IsOfferedOnline = false);
        var maria = NewClient();

        await maria.OpenAsync($"new?resource={Mint.Anna}&service={Mint.Haircut}");

        Assert.True(maria.Page.Marks("service", "На эту услугу нельзя записаться онлайн."));
        Assert.Contains("Анна Соколова", maria.Page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_specialist_and_the_only_service_need_not_be_chosen()
    {
        await ChangeAsync(db =>
        {
            foreach (var resource in db.Resources.Where(resource => resource.Id != Mint.Katya)) resource.IsOfferedOnline = false;
            foreach (var service in db.Services.Where(service => service.Id != Mint.Haircut)) service.IsOfferedOnline = false;
        });
        var maria = NewClient();

        await maria.OpenAsync("new");

        Assert.Equal(HttpStatusCode.OK, maria.Page.Status);
        Assert.Contains("Екатерина Белова", maria.Page.Words, StringComparison.Ordinal);
        Assert.Contains("Женская стрижка 2 500 ₽", maria.Page.Words, StringComparison.Ordinal);
        Assert.NotEmpty(maria.Page.Link("Продолжить"));
    }
}
