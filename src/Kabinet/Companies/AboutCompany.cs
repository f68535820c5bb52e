namespace Kabinet.Companies;

/// <summary>«О нас»: what the client reads of the company.</summary>
public sealed record AboutCompany
{
    /// <summary>One line under the name on the home page.</summary>
    public string Tagline { get; init; } = "";
    public string Description { get; init; } = "";
    public string Address { get; init; } = "";

    /// <summary>How to find the door.</summary>
    public string Directions { get; init; } = "";
    public string MapUrl { get; init; } = "";

    /// <summary>Where else the company is, a line each.</summary>
    public string OtherAddresses { get; init; } = "";

    /// <summary>E.164; the one «Позвонить менеджеру» dials.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Further phones, a line each: E.164, then who answers; see <see cref="ContactLine"/>.</summary>
    public string OtherPhones { get; init; } = "";
    public string Email { get; init; } = "";
    public string Website { get; init; } = "";

    /// <summary>Other places in the net, a line each: the address, then what it is; see <see cref="ContactLine"/>.</summary>
    public string Links { get; init; } = "";

    /// <summary>Opening hours as text, a line each.</summary>
    public string Hours { get; init; } = "";
}
