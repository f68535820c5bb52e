using System.Text.Json.Serialization;
using Kabinet.Customers;
using NodaTime;

namespace Kabinet.Api;

/// <summary>A new customer.</summary>
/// <param name="Phone">The main one, to which messages go. In any usual form; without a country it is read as Russian. No other customer has it.</param>
/// <param name="OtherPhones">By these he is known too; each as the main one.</param>
/// <param name="Tags">At most twenty of at most 40 characters, without commas.</param>
/// <param name="Notes">Of the staff, which the client does not see.</param>
/// <param name="Source">Where he heard of the company.</param>
/// <param name="IsBlackListed">true: having proved one of his phones, he books nothing online.</param>
public sealed record CustomerRequest(
    string Name, string? Phone = null, string? Email = null, IReadOnlyList<string>? OtherPhones = null, DateOnly? Birthday = null,
    IReadOnlyList<string>? Tags = null, string? Notes = null, string? Source = null, bool IsBlackListed = false)
{
    internal CustomerForm Form => new(Name, Phone, Email)
    {
        OtherPhones = OtherPhones ?? [],
        Birthday = Birthday is { } day ? LocalDate.FromDateOnly(day) : null,
        Tags = Tags ?? [],
        Notes = Notes ?? "",
        Source = Source ?? "",
        IsBlackListed = IsBlackListed,
    };
}

/// <summary>What is to change of a customer: what is left out stays.</summary>
public sealed record CustomerChangeRequest
{
    public string? Name { get; init; }

    /// <summary>As in a new customer; null: none any more.</summary>
    public string? Phone
    {
        get;
        init => (field, IsPhoneNamed) = (value, true);
    }

    /// <summary>All others from now on.</summary>
    public IReadOnlyList<string>? OtherPhones { get; init; }

    /// <summary>null: none any more.</summary>
    public string? Email
    {
        get;
        init => (field, IsEmailNamed) = (value, true);
    }

    /// <summary>null: no longer known.</summary>
    public DateOnly? Birthday
    {
        get;
        init => (field, IsBirthdayNamed) = (value, true);
    }

    /// <summary>All from now on.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
    public string? Notes { get; init; }
    public string? Source { get; init; }
    public bool? IsBlackListed { get; init; }

    /// <summary>A null that was written differs from a field that was left out.</summary>
    [JsonIgnore]
    public bool IsPhoneNamed { get; private init; }

    [JsonIgnore]
    public bool IsEmailNamed { get; private init; }

    [JsonIgnore]
    public bool IsBirthdayNamed { get; private init; }

    [JsonIgnore]
    public bool IsEmpty => this == new CustomerChangeRequest();

    internal CustomerForm Of(CustomerForm known) => new(Name ?? known.Name, IsPhoneNamed ? Phone : known.Phone, IsEmailNamed ? Email : known.Email)
    {
        OtherPhones = OtherPhones ?? known.OtherPhones,
        Birthday = !IsBirthdayNamed ? known.Birthday : Birthday is { } day ? LocalDate.FromDateOnly(day) : null,
        Tags = Tags ?? known.Tags,
        Notes = Notes ?? known.Notes,
        Source = Source ?? known.Source,
        IsBlackListed = IsBlackListed ?? known.IsBlackListed,
    };
}
