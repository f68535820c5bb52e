using NodaTime;

namespace Kabinet.Customers;

/// <summary>A customer as he stands on the screen.</summary>
public sealed class CustomerDraft
{
    public string Name { get; set; } = "";

    /// <summary>As they were typed, the main one first; at least one, which may be empty.</summary>
    public List<string> Phones { get; private init; } = [""];
    public string Email { get; set; } = "";
    public LocalDate? Birthday { get; set; }

    /// <summary>With commas between them.</summary>
    public string Tags { get; set; } = "";
    public string Notes { get; set; } = "";
    public string Source { get; set; } = "";
    public bool IsBlackListed { get; set; }

    public static CustomerDraft Of(CustomerForm form) => new()
    {
        Name = form.Name ?? "",
        Phones = [.. form.Phones.DefaultIfEmpty("").Select(phone => phone.Length > 0 ? Customers.Phones.Show(phone) : "")],
        Email = form.Email ?? "",
        Birthday = form.Birthday,
        Tags = string.Join(", ", form.Tags),
        Notes = form.Notes,
        Source = form.Source,
        IsBlackListed = form.IsBlackListed,
    };

    public CustomerForm Form => new(Name, Phones[0], Email.Trim() is { Length: > 0 } email ? email : null)
    {
        OtherPhones = [.. Phones.Skip(1)],
        Birthday = Birthday,
        Tags = [.. TagList],
        Notes = Notes,
        Source = Source,
        IsBlackListed = IsBlackListed,
    };

    public IEnumerable<string> TagList => Tags.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public void Add(string tag) => Tags = string.Join(", ", TagList.Append(tag));

    /// <summary>Is anything written here that the card does not say? Empty phones, and other spellings of the same ones, are not.</summary>
    public bool Differs(CustomerForm card)
    {
        var typed = Form;
        return !(typed with { Phone = null, OtherPhones = [] }).IsSameAs(card with { Phone = null, OtherPhones = [] })
            || !Phones.Where(phone => phone.Trim().Length > 0).Select(phone => Customers.Phones.Normalise(phone) ?? phone).SequenceEqual(card.Phones);
    }
}
