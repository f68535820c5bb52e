using System.Net;
using Kabinet.Data;
using Kabinet.Resources;
using Kabinet.ServiceCatalog;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Api;

/// <summary>What the API says of the company before anybody books: Monday, 2 March 2026, 9:00.</summary>
public class FreeTimeApiTests(PostgresCluster postgres) : ApiTest(postgres)
{
    [Theory, OnBothDatabases]
    public async Task The_company_tells_its_rules_and_texts(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;

        var about = (await api.GetAsync("")).Is(HttpStatusCode.OK);

        Assert.Equal(("mint", "Студия «Мята»", "Europe/Moscow", "RUB"), (about.Text("company"), about.Text("name"), about.Text("timeZone"), about.Text("currency")));
        Assert.Equal((15, 60, "never"), (about["rules"].GetProperty("step").GetInt32(), about["rules"].GetProperty("leadTime").GetInt32(), about["rules"].GetProperty("phoneVerification").GetString()));
        Assert.Equal([("personalData", 1, TestCompany.PersonalDataText), ("advertising", 1, "Я согласен получать рекламу.")],
            about.List("consents").Select(text => (text.GetProperty("kind").GetString()!, text.GetProperty("version").GetInt32(), text.GetProperty("text").GetString()!)));
        Assert.Equal([30, 60, 120, 180, 1440, 2880], about.List("reminders").Select(minutes => minutes.GetInt32()));
    }

    [Fact]
    public async Task Services_are_those_of_all_or_of_one_resource()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var mint = site.Salon.Company;

        var all = (await api.GetAsync("services")).Is(HttpStatusCode.OK).List("services").ToList();
        var katyas = (await api.GetAsync($"services?resource={mint.Katya}")).Is(HttpStatusCode.OK).List("services");

        Assert.Equal([mint.Haircut, mint.Colouring, mint.Massage, mint.Consultation, mint.Yoga, mint.Stretching], all.Select(service => service.GetProperty("id").GetInt32()));
        Assert.Equal([mint.Haircut, mint.Massage, mint.Consultation], katyas.Select(service => service.GetProperty("id").GetInt32()));
        var haircut = all[0];
        Assert.Equal((60, 2500m), (haircut.GetProperty("duration").GetInt32(), haircut.GetProperty("price").GetDecimal()));
        Assert.Equal([mint.Anna, mint.Katya], haircut.GetProperty("resources").EnumerateArray().Select(id => id.GetInt32()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, all[3].GetProperty("price").ValueKind);
    }

    [Theory, OnBothDatabases]
    public async Task Resources_come_with_their_nearest_times(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var mint = site.Salon.Company;
        await site.Salon.BookAsync(mint.Haircut, mint.Anna, "10:00");

        var answer = (await api.GetAsync($"resources?service={mint.Haircut}")).Is(HttpStatusCode.OK);

        Assert.Equal("2026-03-02T10:00:00+03:00", answer.Text("nearest"));
        Assert.Equal([(mint.Anna, "Анна Соколова", "2026-03-02T11:00:00+03:00"), (mint.Katya, "Екатерина Белова", "2026-03-02T10:00:00+03:00")],
            answer.List("resources").Select(one => (one.GetProperty("id").GetInt32(), one.GetProperty("name").GetString()!, one.GetProperty("nearest").GetString()!)));
    }

    [Fact]
    public async Task Days_are_thirty_from_today_or_those_asked_for()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var mint = site.Salon.Company;

        var usual = (await api.GetAsync($"days?service={mint.Haircut}&resource={mint.Anna}")).Is(HttpStatusCode.OK).List("days").ToList();
        var weekend = (await api.GetAsync($"days?service={mint.Haircut}&from=2026-03-07&to=2026-03-08")).Is(HttpStatusCode.OK).List("days");

        Assert.Equal(30, usual.Count);
        // From 10:00 to 13:00 and from 15:00 to 19:00, every quarter of an hour.
        Assert.Equal(("2026-03-02", 30, 30, "much"), (usual[0].GetProperty("date").GetString(), usual[0].GetProperty("free").GetInt32(), usual[0].GetProperty("possible").GetInt32(), usual[0].GetProperty("freedom").GetString()));
        Assert.Equal([("2026-03-07", "off"), ("2026-03-08", "off")], weekend.Select(day => (day.GetProperty("date").GetString()!, day.GetProperty("freedom").GetString()!)));
    }

    [Fact]
    public async Task Slots_tell_their_part_of_the_day_and_take_several_services()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var mint = site.Salon.Company;

        var answer = (await api.GetAsync($"slots?service={mint.Haircut}&service={mint.Consultation}&resource=any&date=2026-03-03")).Is(HttpStatusCode.OK);

        var slots = answer.List("slots").Select(slot => (slot.GetProperty("start").GetString()!, slot.GetProperty("part").GetString()!)).ToList();
        Assert.Equal(("2026-03-03T10:00:00+03:00", "morning"), slots[0]);
        Assert.Equal(("2026-03-03T18:30:00+03:00", "evening"), slots[^1]);
        Assert.Contains(("2026-03-03T12:00:00+03:00", "day"), slots);
        Assert.Equal("2026-03-02T10:00:00+03:00", answer.Text("nearest"));
    }

    [Fact]
    public async Task Without_a_date_the_slots_are_those_of_the_first_free_day()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        site.Salon.Clock.Advance(TimeSpan.FromHours(13));

        var answer = (await api.GetAsync($"slots?service={site.Salon.Company.Haircut}")).Is(HttpStatusCode.OK);

        Assert.Equal(("2026-03-03", "2026-03-03T10:00:00+03:00"), (answer.Text("date"), answer.Text("nearest")));
    }

    [Theory]
    [InlineData("slots?servise=1", HttpStatusCode.BadRequest, "query-unknown", "servise")]
    [InlineData("slots?service=one", HttpStatusCode.BadRequest, "query-invalid", "service")]
    [InlineData("slots?service=-1", HttpStatusCode.BadRequest, "query-invalid", "service")]
    [InlineData("slots?service=99999999999", HttpStatusCode.BadRequest, "query-invalid", "service")]
    [InlineData("slots?service={haircut}&date=03.03.2026", HttpStatusCode.BadRequest, "query-invalid", "date")]
    [InlineData("slots?service={haircut}&date=2026-03-03&date=2026-03-04", HttpStatusCode.BadRequest, "query-invalid", "date")]
    [InlineData("slots?service={haircut}&resource=all", HttpStatusCode.BadRequest, "query-invalid", "resource")]
    [InlineData("days?service={haircut}&from=2026-03-05&to=2026-03-04", HttpStatusCode.BadRequest, "query-invalid", "to")]
    [InlineData("days?service={haircut}&from=2026-01-01&to=2027-03-04", HttpStatusCode.BadRequest, "query-invalid", "to")]
    [InlineData("slots", HttpStatusCode.UnprocessableEntity, "no-service-chosen", "service")]
    [InlineData("slots?service=0", HttpStatusCode.NotFound, "service-not-offered", "service")]
    [InlineData("slots?service={yoga}&resource={anna}", HttpStatusCode.UnprocessableEntity, "service-not-performed", "service")]
    [InlineData("resources?service={haircut}&service={yoga}", HttpStatusCode.UnprocessableEntity, "not-performed-together", "service")]
    [InlineData("services?resource={room}", HttpStatusCode.OK, "", "")]
    [InlineData("services?resource=4000", HttpStatusCode.NotFound, "resource-not-offered", "resource")]
    [InlineData("nothing-here", HttpStatusCode.NotFound, "path-unknown", "")]
    public async Task What_cannot_be_asked_is_refused_by_name(string path, HttpStatusCode status, string reason, string field)
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var mint = site.Salon.Company;
        foreach (var (name, id) in new[] { ("haircut", mint.Haircut), ("yoga", mint.Yoga), ("anna", mint.Anna), ("room", mint.Room) }) path = path.Replace($"{{{name}}}", $"{id}", StringComparison.Ordinal);

        var answer = await api.GetAsync(path);

        if (status != HttpStatusCode.OK) answer.Refuses(status, reason, field);
        else answer.Refuses(HttpStatusCode.NotFound, "resource-not-offered", "resource");
    }

    [Theory, OnBothDatabases]
    public async Task Ids_of_another_company_are_not_found(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var salon = site.Salon;
        var garage = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "garage");
        // Ids begin anew in each company: these two are the garage's alone.
        var (resource, service) = await AddSpecialistAsync(site, garage.Id);

        Assert.Contains(service, (await api.GetAsync($"services?resource={resource}", company: "garage")).Is(HttpStatusCode.OK).List("services").Select(one => one.GetProperty("id").GetInt32()));
        (await api.GetAsync($"services?resource={resource}")).Refuses(HttpStatusCode.NotFound, "resource-not-offered", "resource");
        (await api.GetAsync($"slots?service={salon.Company.Haircut}&resource={resource}")).Refuses(HttpStatusCode.NotFound, "resource-not-offered", "resource");
        foreach (var path in (string[])["slots", "days", "resources"]) (await api.GetAsync($"{path}?service={service}")).Refuses(HttpStatusCode.NotFound, "service-not-offered", "service");

        // A booking has the same id in both; the token of the one opens nothing of the other.
        var (here, token) = await BookAsync(site, api);
        var there = (await api.PostAsync("bookings", Booking(site), key: NewKey(), company: "garage")).Is(HttpStatusCode.Created);
        Assert.Equal((await api.GetAsync($"bookings/{here}", token)).Number("id"), here);
        (await api.GetAsync($"bookings/{there.Number("id")}", there.Text("token"))).Refuses(HttpStatusCode.Unauthorized, "token-unknown", "Authorization");
        (await api.GetAsync($"bookings/{here}", token, company: "garage")).Refuses(HttpStatusCode.Unauthorized, "token-unknown", "Authorization");
        (await api.GetAsync("", company: "no-such")).Refuses(HttpStatusCode.NotFound, "company-unknown");
        (await api.GetAsync("", company: "НЕТ")).Refuses(HttpStatusCode.NotFound, "company-unknown");
    }

    [Fact]
    public async Task A_closed_cabinet_says_so_and_still_tells_who_it_is()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        await site.Use<CompanyWork>().ChangeAsync<bool>(site.Salon.Company.Id, (_, company) =>
        {
            company.Close();
            company.TouchCatalogue();
            return Task.FromResult<Outcome<bool>>(true);
        }, TestContext.Current.CancellationToken);

        (await api.GetAsync("resources")).Refuses(HttpStatusCode.Forbidden, "cabinet-closed");
        (await api.PostAsync("bookings", Booking(site), key: NewKey())).Refuses(HttpStatusCode.Forbidden, "cabinet-closed");
        Assert.False((await api.GetAsync("")).Is(HttpStatusCode.OK)["isOpen"].GetBoolean());
    }

    /// <summary>Somebody new, with a service of his own.</summary>
    private static async Task<(int Resource, int Service)> AddSpecialistAsync(SalonSite site, int companyId)
    {
        var outcome = await site.Use<CompanyWork>().ChangeAsync<(int, int)>(companyId, async (db, company) =>
        {
            var schedule = await db.WorkSchedules.Select(one => one.Id).FirstAsync(TestContext.Current.CancellationToken);
            var resource = new Resource(companyId, company.TakeId(), "Борис");
            resource.Assign(schedule);
            var service = new Service(companyId, company.TakeId(), "Замена масла", 60, null);
            service.PerformerIds.Add(resource.Id);
            db.AddRange(resource, service);
            company.TouchCatalogue();
            return (resource.Id, service.Id);
        }, TestContext.Current.CancellationToken);
        return outcome.Value;
    }
}
