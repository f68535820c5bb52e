using System.Text.Json.Serialization;

namespace Kabinet.Api;

/// <summary>A new customer.</summary>
/// <param name="Phone">In any usual form; without a country it is read as Russian. No other customer has it.</param>
public sealed record CustomerRequest(string Name, string? Phone = null, string? Email = null);

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

    /// <summary>null: none any more.</summary>
    public string? Email
    {
        get;
        init => (field, IsEmailNamed) = (value, true);
    }

    /// <summary>A null that was written differs from a field that was left out.</summary>
    [JsonIgnore]
    public bool IsPhoneNamed { get; private init; }

    [JsonIgnore]
    public bool IsEmailNamed { get; private init; }

    [JsonIgnore]
    public bool IsEmpty => Name is null && !IsPhoneNamed && !IsEmailNamed;
}
