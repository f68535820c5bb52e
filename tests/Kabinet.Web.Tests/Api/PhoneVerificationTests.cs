using System.Net;
using System.Text.RegularExpressions;
using Kabinet.Customers;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Api;

/// <summary>Where the company verifies phones, a booking needs a token that a code was exchanged for.</summary>
public partial class PhoneVerificationTests(PostgresCluster postgres) : ApiTest(postgres)
{
    [Theory, OnBothDatabases]
    public async Task A_booking_needs_the_proof_of_its_own_phone(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        await SetAsync(site, settings => settings with { PhoneVerification = PhoneVerification.Always });

        (await api.PostAsync("bookings", Booking(site), key: NewKey())).Refuses(HttpStatusCode.Unauthorized, "phone-not-verified", "client.phone");
        (await api.PostAsync("bookings", Booking(site), await ProveAsync(site, api, "+7 916 765-43-21"), NewKey())).Refuses(HttpStatusCode.Unauthorized, "phone-not-verified", "client.phone");
        (await api.PostAsync("bookings", Booking(site), "cli_0123", NewKey())).Refuses(HttpStatusCode.Unauthorized, "token-unknown", "Authorization");

        (await api.PostAsync("bookings", Booking(site), await ProveAsync(site, api, "8 (916) 123-45-67"), NewKey())).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Of_known_clients_no_proof_is_asked_where_only_new_ones_give_it()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        await BookAsync(site, api);
        await SetAsync(site, settings => settings with { PhoneVerification = PhoneVerification.NewClients });
        var stranger = Booking(site, "2026-03-03T17:00");
        stranger["client"] = new { name = "Пётр", phone = "+79167654321" };

        await BookAsync(site, api, "2026-03-03T16:00");
        (await api.PostAsync("bookings", stranger, key: NewKey())).Refuses(HttpStatusCode.Unauthorized, "phone-not-verified", "client.phone");
    }

    [Fact]
    public async Task Who_agreed_before_and_proves_his_phone_need_not_agree_again()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        await BookAsync(site, api);
        var again = Booking(site, "2026-03-03T16:00");
        again.Remove("consent");

        (await api.PostAsync("bookings", again, key: NewKey())).Refuses(HttpStatusCode.UnprocessableEntity, "consent-missing", "consent.version");
        (await api.PostAsync("bookings", again, await ProveAsync(site, api, "+79161234567"), NewKey())).Is(HttpStatusCode.Created);
    }

    [Theory, OnBothDatabases]
    public async Task A_code_is_tried_five_times_and_works_once(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;

        (await api.PostAsync("codes", new { phone = "12" })).Refuses(HttpStatusCode.UnprocessableEntity, "phone-invalid", "phone");
        var (id, code) = await RequestAsync(site, api, "+79161234567");
        var wrong = code == "000000" ? "000001" : "000000";
        (await api.PostAsync($"codes/{id}", new { code = wrong })).Refuses(HttpStatusCode.UnprocessableEntity, "code-wrong", "code");
        (await api.PostAsync($"codes/{Guid.NewGuid()}", new { code })).Refuses(HttpStatusCode.UnprocessableEntity, "code-expired", "code");
        (await api.PostAsync($"codes/{id}", new { code })).Is(HttpStatusCode.OK);
        (await api.PostAsync($"codes/{id}", new { code })).Refuses(HttpStatusCode.UnprocessableEntity, "code-expired", "code");

        (id, code) = await RequestAsync(site, api, "+79161234567");
        wrong = code == "000000" ? "000001" : "000000";
        for (var i = 0; i < 4; i++) await api.PostAsync($"codes/{id}", new { code = wrong });
        var last = (await api.PostAsync($"codes/{id}", new { code = wrong })).Refuses(HttpStatusCode.TooManyRequests, "too-many-tries", "code");
        Assert.True(last.RetryAfter > TimeSpan.Zero);
        await api.PostAsync("codes", new { phone = "+79161234567" });
        (await api.PostAsync("codes", new { phone = "+79161234567" })).Refuses(HttpStatusCode.TooManyRequests, "too-many-codes", "phone");
    }

    private static async Task<string> ProveAsync(SalonSite site, ApiClient api, string phone)
    {
        var (id, code) = await RequestAsync(site, api, phone);
        return (await api.PostAsync($"codes/{id}", new { code })).Is(HttpStatusCode.OK).Text("token");
    }

    private static async Task<(string Id, string Code)> RequestAsync(SalonSite site, ApiClient api, string phone)
    {
        var id = (await api.PostAsync("codes", new { phone })).Is(HttpStatusCode.Created).Text("id");
        await using var db = site.Salon.Db();
        var messages = await db.OutboxMessages.Where(message => message.Kind == MessageKind.SignInCode).ToListAsync(TestContext.Current.CancellationToken);
        var sent = await db.SignInCodes.OrderBy(one => one.Created).ToListAsync(TestContext.Current.CancellationToken);
        // The clock stands still: the message of this code is the one that makes its hash.
        var codes = messages.Select(message => SixDigits().Match(message.Text).Value);
        var mine = sent.Single(one => one.DeviceId.ToString() == id);
        return (id, codes.Single(code => Devices.Hash($"{mine.Id}:{code}") == mine.CodeHash));
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
