using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

public class ConfirmTests(PostgresCluster postgres) : CabinetTest(postgres)
{
    private static readonly (string, string?)[] Typed = [("name", "Мария"), ("phone", "+7 916 123-45-67"), ("email", "maria@example.com"), ("comment", "Покороче"), ("remindBefore", "60"), ("consent", "1")];

    private string At(string start) => $"new/confirm?resource={Mint.Anna}&service={Mint.Haircut}&start={start}";

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays()
    {
        var maria = NewClient();
        await maria.OpenAsync(At("2026-03-03T12:00"));

        var page = await maria.SendAsync([.. Typed, ("name", " "), ("phone", "позвоните"), ("email", "maria@"), ("remindBefore", "17"), ("consent", null)]);

        Assert.True(page.Marks("name", "Напишите, как к вам обращаться."));
        Assert.True(page.Marks("phone", "Похоже, в номере ошибка."));
        Assert.True(page.Marks("email", "Похоже, в адресе ошибка."));
        Assert.True(page.Marks("consent", "Без согласия"));
        Assert.Contains("Выберите время напоминания из списка.", page.Words, StringComparison.Ordinal);
        Assert.Equal(("позвоните", "maria@", "Покороче"), (page.Field("phone"), page.Field("email"), page.Field("comment")));
        Assert.Equal(0, await OrdersAsync());
    }

    [Fact]
    public async Task A_comment_of_a_megabyte_is_refused_and_shown_again()
    {
        var maria = NewClient();
        await maria.OpenAsync(At("2026-03-03T12:00"));
        var comment = new string('ы', 1 << 20);

        var page = await maria.SendAsync([.. Typed, ("comment", comment)]);

        Assert.True(page.Marks("comment", "Слишком длинный комментарий."));
        Assert.Equal(comment, page.Field("comment"));
        Assert.Equal("Мария", page.Field("name"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_booking()
    {
        var maria = NewClient();
        await maria.OpenAsync(At("2026-03-03T12:00"));
        var form = maria.Page;

        var first = await maria.SendAsync(Typed);
        var second = await maria.SendToAsync(form.FormAddress, [.. Typed, .. form.Fields.Where(field => field.Key is "key").Select(field => (field.Key, (string?)field.Value))]);

        Assert.Contains("Вы записаны", second.Words, StringComparison.Ordinal);
        Assert.Equal(first.Address, second.Address);
        Assert.Equal(1, await OrdersAsync());
    }

    [Fact]
    public async Task A_form_of_another_site_is_shown_again_with_what_was_sent()
    {
        var maria = NewClient();
        await maria.OpenAsync(At("2026-03-03T12:00"));

        maria.FormsComeFrom = "cross-site";
        var page = await maria.SendAsync(Typed);
        maria.FormsComeFrom = "same-origin";

        Assert.Contains("Форма пришла с другого сайта, ничего не изменилось.", page.Words, StringComparison.Ordinal);
        Assert.Equal(("Мария", "Покороче", "1"), (page.Field("name"), page.Field("comment"), page.Field("consent")));
        Assert.Equal(0, await OrdersAsync());
        Assert.Contains("Вы записаны", (await maria.SendAsync()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_taken_meanwhile_offers_the_nearest_and_keeps_what_was_typed()
    {
        var maria = NewClient();
        await maria.OpenAsync(At("2026-03-03T12:00"));
        await SomebodyBooksAsync(Mint.Haircut, Mint.Anna, "12:00", day: 1);

        var refused = await maria.SendAsync(Typed);
        Assert.Contains("12:00 уже занято", refused.Words, StringComparison.Ordinal);
        Assert.Contains("завтра 11:00 завтра 13:00", refused.Words, StringComparison.Ordinal);

        var held = await maria.SendAsync(("start", "2026-03-03T13:00"));
        Assert.Contains("Это время за вами до 9:05.", held.Words, StringComparison.Ordinal);
        Assert.Equal(("Мария", "Покороче", "1"), (held.Field("name"), held.Field("comment"), held.Field("consent")));

        Assert.Contains("Вы записаны 13:00", (await maria.SendAsync()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_day_is_chosen_without_losing_what_was_typed()
    {
        var maria = NewClient();
        await maria.OpenAsync(At("2026-03-03T12:00"));
        await SomebodyBooksAsync(Mint.Haircut, Mint.Anna, "12:00", day: 1);
        await maria.SendAsync(Typed);

        await maria.SendAsync(("another", "day"));
        Assert.Contains("Когда вам удобно?", maria.Page.Words, StringComparison.Ordinal);
        await maria.FollowAsync("16:00");
        await maria.SendAsync();

        Assert.Equal(("Мария", "Покороче"), (maria.Page.Field("name"), maria.Page.Field("comment")));
    }

    [Theory]
    [InlineData("2026-03-02T10:00", "30")]
    [InlineData("2026-03-02T10:30", "60")]
    [InlineData("2026-03-03T10:00", "120")]
    public async Task The_reminder_that_is_proposed_can_still_come(string start, string minutes)
    {
        var page = await NewClient().OpenAsync(At(start));

        Assert.Equal(minutes, page.Field("remindBefore"));
    }

    [Fact]
    public async Task A_returning_client_need_not_agree_again()
    {
        var maria = NewClient();
        await maria.BookAsync(Mint.Anna, Mint.Haircut, "2026-03-03T12:00");

        await maria.OpenAsync(At("2026-03-04T12:00"));

        Assert.Equal(("Мария", "+7 916 123-45-67"), (maria.Page.Field("name"), maria.Page.Field("phone")));
        Assert.DoesNotContain("обработку персональных данных", maria.Page.Words, StringComparison.Ordinal);
        Assert.Contains("Вы записаны", (await maria.SendAsync()).Words, StringComparison.Ordinal);
    }

    private async Task<int> OrdersAsync()
    {
        await using var db = Salon.Db();
        return await db.WorkOrders.CountAsync(order => order.Source == OrderSource.Cabinet, TestContext.Current.CancellationToken);
    }
}
