using Kabinet.OnlineBooking;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>What staff write of a customer, unchecked.</summary>
/// <param name="Phone">The main one, as it was typed; null or empty: none.</param>
public sealed record CustomerForm(string? Name, string? Phone, string? Email)
{
    public const int MaxNameLength = 100, MaxPhones = 10, MaxTags = 20, MaxTagLength = 40, MaxNotesLength = 4000, MaxSourceLength = 100, EarliestBirthYear = 1900;

    /// <summary>As they were typed; empty ones are none.</summary>
    public IReadOnlyList<string> OtherPhones { get; init; } = [];
    public LocalDate? Birthday { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string Notes { get; init; } = "";
    public string Source { get; init; } = "";
    public bool IsBlackListed { get; init; }

    /// <summary>After <see cref="Check"/>: all phones, the main one first.</summary>
    public IReadOnlyList<string> Phones => Phone is null ? OtherPhones : [Phone, .. OtherPhones];

    /// <param name="customer">With his phones.</param>
    public static CustomerForm Of(Customer customer) => new(customer.Name, customer.Phone, customer.Email)
    {
        OtherPhones = [.. customer.Phones.Skip(1).Select(phone => phone.Number)],
        Birthday = customer.Birthday,
        Tags = [.. customer.Tags],
        Notes = customer.Notes,
        Source = customer.Source,
        IsBlackListed = customer.IsBlackListed,
    };

    /// <summary>Do both say the same?</summary>
    public bool IsSameAs(CustomerForm other) =>
        this with { OtherPhones = other.OtherPhones, Tags = other.Tags } == other && OtherPhones.SequenceEqual(other.OtherPhones) && Tags.SequenceEqual(other.Tags);

    /// <summary>The form with its texts trimmed and its phones in E.164, or what is wrong with it, field by field.</summary>
    /// <param name="today">Of the company; nobody is born later. Null: not asked.</param>
    public Outcome<CustomerForm> Check(LocalDate? today = null)
    {
        List<Refusal> ofPhones = [];
        var (main, others) = CheckPhones(ofPhones);
        var wanted = this with
        {
            Name = Name?.Trim() ?? "",
            Phone = main ?? others.FirstOrDefault(),
            OtherPhones = main is null ? [.. others.Skip(1)] : others,
            Email = Email?.Trim() is { Length: > 0 } email ? email : null,
            Tags = [.. Tags.Select(tag => tag.Trim()).Distinct(StringComparer.CurrentCultureIgnoreCase)],
            Notes = Notes.Trim(),
            Source = Source.Trim(),
        };
        List<Refusal> refusals = [.. wanted.CheckTexts(today), .. ofPhones];
        return refusals.Count > 0 ? refusals : wanted;
    }

    private (string? Main, List<string> Others) CheckPhones(List<Refusal> refusals)
    {
        if (OtherPhones.Count >= MaxPhones) refusals.Add(new Refusal(RefusalReason.TooManyPhones, "otherPhones"));
        List<string> known = [];
        var main = CheckPhone("phone", Phone, known, refusals);
        for (var i = 0; i < Math.Min(OtherPhones.Count, MaxPhones); i++) CheckPhone($"otherPhones[{i}]", OtherPhones[i], known, refusals);
        return (main, main is null ? known : known[1..]);
    }

    private static string? CheckPhone(string field, string? typed, List<string> known, List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var phone = Customers.Phones.Normalise(typed);
        if (phone is null) refusals.Add(new Refusal(RefusalReason.PhoneInvalid, field));
        else if (known.Contains(phone)) refusals.Add(new Refusal(RefusalReason.PhoneRepeated, field));
        else known.Add(phone);
        return phone;
    }

    private IEnumerable<Refusal> CheckTexts(LocalDate? today)
    {
        if (Name!.Length == 0) yield return new Refusal(RefusalReason.NameEmpty, "name");
        if (Name.Length > MaxNameLength) yield return new Refusal(RefusalReason.NameTooLong, "name");
        if (Email is not null && !BookingForm.IsEmail(Email)) yield return new Refusal(RefusalReason.EmailInvalid, "email");
        if (Birthday is { } birthday && (birthday.Year < EarliestBirthYear || birthday > today)) yield return new Refusal(RefusalReason.BirthdayInvalid, "birthday");
        if (Tags.Any(tag => tag.Length is 0 or > MaxTagLength || tag.Contains(','))) yield return new Refusal(RefusalReason.TagInvalid, "tags");
        if (Tags.Count > MaxTags) yield return new Refusal(RefusalReason.TooManyTags, "tags");
        if (Notes.Length > MaxNotesLength) yield return new Refusal(RefusalReason.NotesTooLong, "notes");
        if (Source.Length > MaxSourceLength) yield return new Refusal(RefusalReason.SourceTooLong, "source");
    }
}
