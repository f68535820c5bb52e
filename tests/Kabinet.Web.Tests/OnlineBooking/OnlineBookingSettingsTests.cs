using System.Net;
using Kabinet.OnlineBooking;
using Kabinet.Scheduling;
using Kabinet.Staff;
using Kabinet.Web.Tests.Api;
using Kabinet.Web.Tests.Cabinet;
using Kabinet.Web.Tests.Customers;
using Kabinet.Web.Tests.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.OnlineBooking;

/// <summary>What each setting of «Онлайн-запись» changes for a client, from the moment in which the owner writes it.</summary>
public class OnlineBookingSettingsTests(PostgresCluster postgres) : ApiTest(postgres)
{
    [Theory, OnBothDatabases]
    public async Task Step_and_grid_are_those_of_the_times_offered(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;

        await WriteAsync(site, form => form.Step = 60);
        Assert.Equal(["10:00", "11:00", "12:00", "13:00", "15:00", "16:00", "17:00", "18:00", "19:00"], await TimesAsync(site, api));
        await WriteAsync(site, form => (form.Step, form.Grid) = (70, StartGrid.Clock));
        Assert.Equal(["10:30", "11:40", "12:50", "15:10", "16:20", "17:30", "18:40"], await TimesAsync(site, api));
        await WriteAsync(site, form => form.Grid = StartGrid.Packed);
        Assert.Equal(["10:00", "13:00", "15:00", "19:00"], await TimesAsync(site, api));
    }

    [Theory, OnBothDatabases]
    public async Task Another_node_offers_by_the_new_settings_too(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        Assert.Equal("10:15", (await TimesAsync(site, api))[1]);

        // The salon's own services are a node beside the site.
        await WriteAsync(site.Salon.Use<ChangeOnlineBooking>(), site, form => form.Step = 30);
        site.Salon.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("10:30", (await TimesAsync(site, api))[1]);
    }

    [Theory, OnBothDatabases]
    public async Task Lead_time_and_horizon_bound_what_is_offered_and_what_is_accepted(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        await WriteAsync(site, form => (form.LeadTime, form.HorizonDays) = (180, 1));

        Assert.Equal("12:00", (await TimesAsync(site, api, "2026-03-02"))[0]);
        Assert.Equal("10:00", (await TimesAsync(site, api, "2026-03-03"))[0]);
        (await api.PostAsync("bookings", Booking(site, "2026-03-02T11:00"), key: NewKey())).Refuses(HttpStatusCode.Conflict, "too-soon", "start");
        (await api.PostAsync("bookings", Booking(site, "2026-03-04T12:00"), key: NewKey())).Refuses(HttpStatusCode.Conflict, "beyond-horizon", "start");
        await BookAsync(site, api, "2026-03-03T12:00");
    }

    [Fact]
    public async Task Day_and_evening_begin_when_the_owner_says()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        await WriteAsync(site, form => (form.Step, form.DayFrom, form.EveningFrom) = (60, new LocalTime(11, 0), new LocalTime(19, 0)));

        var slots = (await api.GetAsync(Slots(site, "2026-03-03"))).Is(HttpStatusCode.OK).List("slots").Select(slot => slot.GetProperty("part").GetString());
        Assert.Equal(["morning", "day", "day", "day", "day", "day", "day", "day", "evening"], slots);
    }

    [Theory, OnBothDatabases]
    public async Task A_booking_arrives_in_the_chosen_state(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        await using var db = site.Salon.Db();
        var waiting = new OrderState(site.Salon.Company.Id, 9000, "Ждёт звонка", OrderStatus.Open, "#8fb8de", 9);
        db.Add(waiting);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await WriteAsync(site, form => form.ArrivalStateId = waiting.Id);

        var (id, _) = await BookAsync(site, api);

        Assert.Equal(waiting.Id, (await site.Salon.ReadAsync(id)).StateId);
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_as_many_bookings_as_allowed_is_shown_them_and_others_are_not_counted(Store store)
    {
        var (site, _) = await OpenAsync(store);
        await using var closing = site;
        await WriteAsync(site, form => form.MaxActiveBookings = "1");
        using PlainBrowser maria = new(site.CreateClient()), stranger = new(site.CreateClient());
        await maria.BookAsync(site.Salon.Company.Anna, site.Salon.Company.Haircut, "2026-03-03T16:00");

        await maria.OpenAsync($"new/confirm?resource={site.Salon.Company.Anna}&service={site.Salon.Company.Haircut}&start=2026-03-03T18:00");
        var refused = await maria.SendAsync(("name", "Мария"), ("phone", "8 916 123-45-67"), ("consent", "1"));
        Assert.Contains("Предстоящих записей может быть не больше 1.", refused.Words, StringComparison.Ordinal);
        Assert.Contains("href=\"/mint/bookings\"", refused.Html, StringComparison.Ordinal);
        // Typing Maria's phone elsewhere says nothing of what she booked.
        await stranger.BookAsync(site.Salon.Company.Anna, site.Salon.Company.Haircut, "2026-03-03T12:00");
        Assert.Equal(2, await CountAsync(site));
    }

    [Theory, OnBothDatabases]
    public async Task A_proved_phone_counts_on_every_device(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        await BookAsync(site, api);
        await WriteAsync(site, form => form.MaxActiveBookings = "1");
        var proved = await BlackListTests.ProvedAsync(site.Salon, "+7 916 123-45-67");

        var refused = await site.Use<BookAppointment>().RunAsync(site.Salon.Company.Id, Salon.Form(site.Salon.Company.Haircut, null, Salon.At("16:00", 1)), proved, TestContext.Current.CancellationToken);

        Assert.Equal((RefusalReason.TooManyBookings, 1), (refused.Refusals.Single().Reason, refused.Refusals[0].Limit));
    }

    [Theory, OnBothDatabases]
    public async Task A_booking_with_anybody_goes_to_whom_the_rule_prefers(Store store)
    {
        var (site, _) = await OpenAsync(store);
        await using var closing = site;
        var (salon, mint) = (site.Salon, site.Salon.Company);
        await salon.BookAsync(Salon.Form(mint.Haircut, mint.Anna, Salon.At("10:00", 1)));
        async Task<int> WhoAsync(string time) => (await salon.ReadAsync((await site.Use<BookAppointment>().RunAsync(mint.Id, Salon.Form(mint.Haircut, null, Salon.At(time, 1)), Salon.Client(), TestContext.Current.CancellationToken)).Value.Id)).Resources[0].ResourceId;

        Assert.Equal(mint.Katya, await WhoAsync("16:00"));
        await WriteAsync(site, form => form.AnySpecialist = AnySpecialistRule.FirstInOrder);
        Assert.Equal([mint.Anna, mint.Katya], [await WhoAsync("18:00"), await WhoAsync("18:00")]);
    }

    [Fact]
    public async Task A_comment_and_an_email_are_asked_for_as_the_owner_wants()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        using var maria = new PlainBrowser(site.CreateClient());
        var address = $"new/confirm?resource={site.Salon.Company.Anna}&service={site.Salon.Company.Haircut}&start=2026-03-03T12:00";
        await WriteAsync(site, form => (form.Comment, form.CommentPrompt, form.IsEmailRequired) = (CommentRule.Required, "Длина волос?", true));

        Assert.Contains("Длина волос?", (await maria.OpenAsync(address)).Html, StringComparison.Ordinal);
        var refused = await maria.SendAsync(("name", "Мария"), ("phone", "8 916 123-45-67"), ("consent", "1"));
        Assert.Contains("Укажите почту.", refused.Words, StringComparison.Ordinal);
        Assert.Contains("без них записаться нельзя", refused.Words, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(site));
        var bare = new { services = new[] { site.Salon.Company.Haircut }, resource = "any", start = "2026-03-03T18:00", client = new { name = "Мария", phone = "+7 916 123-45-67" }, consent = new { version = 1 } };
        (await api.PostAsync("bookings", bare, key: NewKey())).Refuses(HttpStatusCode.UnprocessableEntity, "email-missing", "client.email");

        await WriteAsync(site, form => (form.Comment, form.IsEmailRequired) = (CommentRule.Off, false));
        Assert.DoesNotContain("name=\"comment\"", (await maria.OpenAsync(address)).Html, StringComparison.Ordinal);
        await BookAsync(site, api);
    }

    private static async Task<int> CountAsync(SalonSite site)
    {
        await using var db = site.Salon.Db();
        return await db.WorkOrders.CountAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task One_service_a_visit_is_all_where_several_are_not_allowed()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var two = $"slots?service={site.Salon.Company.Haircut}&service={site.Salon.Company.Consultation}&date=2026-03-03";
        (await api.GetAsync(two)).Is(HttpStatusCode.OK);

        await WriteAsync(site, form => form.AllowsSeveralServices = false);

        (await api.GetAsync(two)).Refuses(HttpStatusCode.UnprocessableEntity, "one-service-only", "service");
    }

    [Fact]
    public async Task A_code_is_asked_of_those_of_whom_the_owner_wants_it()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        await BookAsync(site, api);

        await WriteAsync(site, form => form.PhoneVerification = PhoneVerification.NewClients);
        await BookAsync(site, api, "2026-03-03T16:00");
        await WriteAsync(site, form => form.PhoneVerification = PhoneVerification.Always);
        (await api.PostAsync("bookings", Booking(site, "2026-03-03T18:00"), key: NewKey())).Refuses(HttpStatusCode.Unauthorized, "phone-not-verified", "client.phone");
    }

    [Fact]
    public async Task A_chosen_time_is_kept_for_as_long_as_the_owner_says()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        await WriteAsync(site, form => form.HoldMinutes = 20);
        await site.Salon.HoldAsync(site.Salon.Company.Haircut, site.Salon.Company.Anna, "12:00", Salon.Client());

        site.Salon.Clock.Advance(TimeSpan.FromMinutes(19));
        Assert.DoesNotContain("12:00", await TimesAsync(site, api, "2026-03-02"));
        site.Salon.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("12:00", await TimesAsync(site, api, "2026-03-02"));
    }

    [Theory, OnBothDatabases]
    public async Task Cancelling_and_moving_have_each_their_own_last_moment(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var (id, token) = await BookAsync(site, api);

        await WriteAsync(site, form => (form.CancelCutOff, form.MoveCutOff) = (60, 2880));
        (await api.PatchAsync($"bookings/{id}", new { start = "2026-03-03T16:00" }, token)).Refuses(HttpStatusCode.Conflict, "too-late-to-move");
        await WriteAsync(site, form => (form.CancelCutOff, form.MoveCutOff) = (2880, 60));
        (await api.PostAsync($"bookings/{id}/cancellation", new { reason = "other" }, token)).Refuses(HttpStatusCode.Conflict, "too-late-to-cancel");
        (await api.PatchAsync($"bookings/{id}", new { start = "2026-03-03T16:00" }, token)).Is(HttpStatusCode.OK);
    }

    private static string Slots(SalonSite site, string date) => $"slots?service={site.Salon.Company.Haircut}&resource={site.Salon.Company.Anna}&date={date}";

    private static async Task<List<string>> TimesAsync(SalonSite site, ApiClient api, string date = "2026-03-03") =>
        [.. (await api.GetAsync(Slots(site, date))).Is(HttpStatusCode.OK).List("slots").Select(slot => slot.GetProperty("start").GetString()![11..16])];

    private static Task WriteAsync(SalonSite site, Action<OnlineBookingForm> type) => WriteAsync(site.Use<ChangeOnlineBooking>(), site, type);

    /// <summary>Olga opens the page, types and writes.</summary>
    private static async Task WriteAsync(ChangeOnlineBooking change, SalonSite site, Action<OnlineBookingForm> type)
    {
        await using var db = site.Salon.Db();
        var known = (await db.Companies.AsNoTracking().SingleAsync(company => company.Id == site.Salon.Company.Id, TestContext.Current.CancellationToken)).OnlineBooking;
        var form = OnlineBookingForm.Of(known);
        type(form);
        Assert.Empty((await change.RunAsync(await OlgaAsync(site.Salon), form, known, TestContext.Current.CancellationToken)).Refusals);
    }

    private static async Task<SignedInMember> OlgaAsync(Salon salon)
    {
        await using var db = salon.Db();
        return await db.StaffMembers.AsNoTracking().FirstOrDefaultAsync(TestContext.Current.CancellationToken) is { } hired ? SignedInMember.Of(hired) : await salon.OlgaAtDeskAsync();
    }
}
