using Kabinet.Customers;
using Kabinet.OnlineBooking;

namespace Kabinet.Companies;

/// <summary>«О нас» as an owner typed it, unchecked. See <see cref="AboutCompany"/>.</summary>
public sealed record AboutForm
{
    public const int MaxLine = 300, MaxText = 5000, MaxLines = 10;

    public string Tagline { get; set; } = "";
    public string Description { get; set; } = "";
    public string Address { get; set; } = "";
    public string Directions { get; set; } = "";
    public string MapUrl { get; set; } = "";
    public string OtherAddresses { get; set; } = "";
    public string Phone { get; set; } = "";
    public string OtherPhones { get; set; } = "";
    public string Email { get; set; } = "";
    public string Website { get; set; } = "";
    public string Links { get; set; } = "";
    public string Hours { get; set; } = "";

    public static AboutForm Of(AboutCompany about) => new()
    {
        Tagline = about.Tagline,
        Description = about.Description,
        Address = about.Address,
        Directions = about.Directions,
        MapUrl = about.MapUrl,
        OtherAddresses = about.OtherAddresses,
        Phone = about.Phone.Length > 0 ? Phones.Show(about.Phone) : "",
        OtherPhones = string.Join('\n', ContactLine.Phones(about.OtherPhones).Select(line => line with { Target = Phones.Show(line.Target) })),
        Email = about.Email,
        Website = about.Website,
        Links = about.Links,
        Hours = about.Hours,
    };

    /// <summary>A company file may have a map of the site itself. Null: what was typed is no address.</summary>
    private string? Map => MapUrl.Trim() is ['/', not '/', ..] own && !own.Contains('\\') ? own : WebAddress.Read(MapUrl);

    /// <summary>All that is wrong with it, field by field.</summary>
    public IEnumerable<Refusal> Check()
    {
        (string Field, string Text, int Max)[] texts =
        [
            ("tagline", Tagline, MaxLine), ("description", Description, MaxText), ("address", Address, MaxLine), ("directions", Directions, MaxText), ("mapUrl", MapUrl, MaxText),
            ("otherAddresses", OtherAddresses, MaxText), ("otherPhones", OtherPhones, MaxText), ("website", Website, MaxText), ("links", Links, MaxText), ("hours", Hours, MaxText),
        ];
        foreach (var (field, text, max) in texts)
            if (text.Trim().Length > max) yield return new Refusal(RefusalReason.TextTooLong, field);
        if (Phone.Trim().Length > 0 && Phones.Normalise(Phone) is null) yield return new Refusal(RefusalReason.PhoneInvalid, "phone");
        if (Email.Trim() is { Length: > 0 } email && !BookingForm.IsEmail(email)) yield return new Refusal(RefusalReason.EmailInvalid, "email");
        if (MapUrl.Trim().Length > 0 && Map is null) yield return new Refusal(RefusalReason.LinkInvalid, "mapUrl");
        if (Website.Trim().Length > 0 && WebAddress.Read(Website) is null) yield return new Refusal(RefusalReason.LinkInvalid, "website");
        if (ContactLine.Phones(OtherPhones).Any(line => Phones.Normalise(line.Target) is null)) yield return new Refusal(RefusalReason.PhoneLineInvalid, "otherPhones");
        if (ContactLine.Links(Links).Any(line => WebAddress.Read(line.Target) is null)) yield return new Refusal(RefusalReason.LinkLineInvalid, "links");
        foreach (var (field, text) in ((string, string)[])[("otherAddresses", OtherAddresses), ("otherPhones", OtherPhones), ("links", Links)])
            if (ContactLine.Lines(text).Length > MaxLines) yield return new Refusal(RefusalReason.TooManyLines, field);
    }

    /// <summary>After <see cref="Check"/>: what is kept of it.</summary>
    public AboutCompany Value => new()
    {
        Tagline = Tagline.Trim(),
        Description = Description.Trim(),
        Address = Address.Trim(),
        Directions = Directions.Trim(),
        MapUrl = Map ?? "",
        OtherAddresses = string.Join('\n', ContactLine.Lines(OtherAddresses)),
        Phone = Phones.Normalise(Phone) ?? "",
        OtherPhones = KeptPhones(OtherPhones),
        Email = Email.Trim(),
        Website = WebAddress.Read(Website) ?? "",
        Links = KeptLinks(Links),
        Hours = string.Join('\n', ContactLine.Lines(Hours)),
    };

    /// <summary>Lines of which each has a phone, as they are kept: in E.164.</summary>
    internal static string KeptPhones(string lines) => string.Join('\n', ContactLine.Phones(lines).Select(line => line with { Target = Phones.Normalise(line.Target)! }));

    /// <summary>Lines of which each has an address, as they are kept: with the scheme.</summary>
    internal static string KeptLinks(string lines) => string.Join('\n', ContactLine.Links(lines).Select(line => line with { Target = WebAddress.Read(line.Target)! }));
}
