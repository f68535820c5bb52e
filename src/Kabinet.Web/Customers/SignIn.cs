using System.Globalization;
using System.Security.Cryptography;
using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.Shell;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>Sends a code to a phone. The answer is the same whether the phone is known or not.</summary>
public sealed class RequestCode(CompanyWork work, IClock clock)
{
    /// <summary>How many codes within the window: for one phone, one browser, one network address (a whole office may share it).</summary>
    public const int PerPhone = 3, PerDevice = 5, PerAddress = 20;
    public static readonly Duration Window = Duration.FromMinutes(15);

    /// <param name="isNewDevice">The visitor's device is not there yet: it is made if a code goes out.</param>
    /// <returns>The id under which the code is to be tried.</returns>
    public Task<Outcome<Guid>> RunAsync(int companyId, string? typedPhone, Visitor visitor, bool isNewDevice = false, CancellationToken cancel = default) =>
        work.ChangeUnseenAsync<Guid>(companyId, async (db, company) =>
        {
            if (string.IsNullOrWhiteSpace(typedPhone)) return new Refusal(RefusalReason.PhoneMissing, "phone");
            if (Phones.Normalise(typedPhone) is not { } phone) return new Refusal(RefusalReason.PhoneInvalid, "phone");
            var now = clock.GetCurrentInstant();
            if (await IsOverLimitAsync(db, phone, visitor, now, cancel)) return new Refusal(RefusalReason.TooManyCodes, "phone");

            if (isNewDevice) db.Add(new ClientDevice(company.Id, visitor.DeviceId, Devices.Hash(Devices.NewSecret()), now));
            var id = Guid.NewGuid();
            var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
            db.Add(new SignInCode(company.Id, id, phone, Devices.Hash($"{id}:{code}"), visitor.DeviceId, visitor.Address, now));
            db.Add(new OutboxMessage(company.Id, MessageKind.SignInCode, Channel.Sms, phone,
                Texts.Of(visitor.Language)["{0}: код для входа {1}. Никому его не сообщайте.", company.Name, code], now, now));
            return id;
        }, cancel);

    private static async Task<bool> IsOverLimitAsync(AppDb db, string phone, Visitor visitor, Instant now, CancellationToken cancel)
    {
        var since = now - Window;
        var recent = db.SignInCodes.Where(code => code.Created > since);
        return await recent.CountAsync(code => code.Phone == phone, cancel) >= PerPhone
            || await recent.CountAsync(code => code.DeviceId == visitor.DeviceId, cancel) >= PerDevice
            || await recent.CountAsync(code => code.Address == visitor.Address, cancel) >= PerAddress;
    }
}

/// <summary>Exchanges the code for an account on this device.</summary>
public sealed class VerifyCode(CompanyWork work, IClock clock)
{
    /// <returns>The new secret for the device's cookie.</returns>
    public async Task<Outcome<string>> RunAsync(int companyId, Guid codeId, string? typed, Visitor visitor, CancellationToken cancel = default)
    {
        var digits = new string([.. (typed ?? "").Where(char.IsAsciiDigit).Take(12)]);
        RefusalReason? refused = null;
        var secret = Devices.NewSecret();
        // A wrong try is counted, so the transaction commits either way; the refusal is carried beside it.
        var outcome = await work.ChangeUnseenAsync<string>(companyId, async (db, company) =>
        {
            var code = await db.SignInCodes.FirstOrDefaultAsync(one => one.Id == codeId, cancel);
            var now = clock.GetCurrentInstant();
            refused = code is null ? RefusalReason.CodeExpired : code.Try(Devices.Hash($"{codeId}:{digits}"), visitor.DeviceId, now);
            if (refused is null) await SignInAsync(db, company, code!.Phone, visitor, secret, now, cancel);
            return secret;
        }, cancel);
        return refused is { } reason ? new Refusal(reason, "code") : outcome;
    }

    private static async Task SignInAsync(AppDb db, Company company, string phone, Visitor visitor, string secret, Instant now, CancellationToken cancel)
    {
        var customer = await db.CustomersOf(phone).FirstOrDefaultAsync(cancel);
        var account = await db.ClientAccounts.FirstOrDefaultAsync(one => one.Phone == phone, cancel);
        if (account is null) db.Add(account = new ClientAccount(company.Id, company.TakeId(), phone, customer?.Id, now));
        if (customer is not null) account.LinkTo(customer);
        var device = await db.ClientDevices.SingleAsync(one => one.Id == visitor.DeviceId, cancel);
        // What was typed here for another phone is another person's, as far as we know.
        if (customer is not null && (device.Name.Length == 0 || device.Phone != phone)) device.Remember(customer.Name, phone, customer.Email);
        device.SignIn(account, Devices.Hash(secret));
    }
}
