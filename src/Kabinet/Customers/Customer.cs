using Kabinet.Companies;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>Покупатель: the person or firm in the company's base; matched by normalised phone.</summary>
public sealed class Customer : IOwned
{
    private Customer() { }

    public Customer(int companyId, int id, string name, string? phone, string? email, Instant created)
    {
        (CompanyId, Id, Phone, Email, Created) = (companyId, id, phone, email, created);
        Rename(name);
    }

    public int CompanyId { get; private set; }
    public int Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>E.164; unique within the company.</summary>
    public string? Phone { get; private set; }
    public string? Email { get; private set; }
    public Instant Created { get; private set; }

    /// <summary>Lower-case name and the phone's digits: SQLite's own lower() knows ASCII only.</summary>
    public string SearchText { get; private set; } = "";

    public void Rename(string name)
    {
        Name = name;
        SearchText = $"{name} {Phone?.TrimStart('+')}".ToLowerInvariant();
    }

    /// <summary>As the company's staff know him.</summary>
    /// <param name="phone">E.164; null: none.</param>
    public void Correct(string name, string? phone, string? email)
    {
        Phone = phone;
        Introduce(name, email);
    }

    /// <summary>What the verified owner of the phone says of himself.</summary>
    public void Introduce(string name, string? email)
    {
        Rename(name);
        Email = email;
    }
}
