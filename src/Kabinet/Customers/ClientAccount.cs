using Kabinet.Companies;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>Клиент кабинета: a visitor who proved a phone to be his; linked to the customer with that phone.</summary>
public sealed class ClientAccount : IOwned
{
    private ClientAccount() { }

    public ClientAccount(int companyId, int id, string phone, int? customerId, Instant verified) =>
        (CompanyId, Id, Phone, CustomerId, Verified) = (companyId, id, phone, customerId, verified);

    public int CompanyId { get; private set; }
    public int Id { get; private set; }

    /// <summary>E.164; unique within the company.</summary>
    public string Phone { get; private set; } = "";
    public int? CustomerId { get; private set; }
    public Instant Verified { get; private set; }

    public void LinkTo(Customer customer) => CustomerId = customer.Id;

    /// <summary>The phone is no longer that customer's: who proved it sees nothing of him any more.</summary>
    public void Unlink() => CustomerId = null;
}

/// <summary>
/// A browser that visited the cabinet, known by a secret in its cookie. What it booked it may see; with an account (after a code)
/// it sees what was booked for that phone. Each booking made by the API has a device of its own.
/// </summary>
public sealed class ClientDevice : IOwned
{
    private ClientDevice() { }
    public ClientDevice(int companyId, Guid id, string secretHash, Instant seen) => (CompanyId, Id, SecretHash, Seen) = (companyId, id, secretHash, seen);

    public int CompanyId { get; private set; }
    public Guid Id { get; private set; }

    /// <summary>SHA-256 of the cookie's secret, hex; the secret itself is not kept.</summary>
    public string SecretHash { get; private set; } = "";
    public int? AccountId { get; private set; }
    public Instant Seen { get; private set; }

    // What this visitor typed last, to fill the next form; says nothing of the customer's card.
    public string Name { get; private set; } = "";
    public string Phone { get; private set; } = "";
    public string Email { get; private set; } = "";
    public int? RemindBefore { get; private set; } = 120;

    public void Remember(string name, string phone, string? email) => (Name, Phone, Email) = (name, phone, email ?? "");
    public void RememberReminder(int? minutes) => RemindBefore = minutes;

    /// <summary>What was typed here is kept no longer; what was booked here is still seen.</summary>
    public void ForgetTyped() => (Name, Phone, Email) = ("", "", "");

    /// <summary>Signing in renews the secret, so that a cookie planted beforehand is worth nothing.</summary>
    public void SignIn(ClientAccount account, string newSecretHash) => (AccountId, Phone, SecretHash) = (account.Id, account.Phone, newSecretHash);

    /// <summary>Forgets the client; with the new secret, which nobody knows, the old cookie opens nothing.</summary>
    public void SignOut(string newSecretHash) => (AccountId, Name, Phone, Email, SecretHash) = (null, "", "", "", newSecretHash);
}
