using Kabinet.Companies;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>Покупатель: the person or firm in the company's base; matched by normalised phone.</summary>
public sealed class Customer : IOwned
{
    private readonly List<CustomerPhone> phones = [];

    private Customer() { }

    public Customer(int companyId, int id, string name, string? phone, string? email, Instant created)
    {
        (CompanyId, Id, Created) = (companyId, id, created);
        Correct(name, phone is null ? [] : [phone], email);
    }

    public int CompanyId { get; private set; }
    public int Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>E.164: the first of <see cref="Phones"/>, to which messages go; null: none is known.</summary>
    public string? Phone { get; private set; }

    /// <summary>All of them in their order; each belongs to one customer of the company. Empty where they were not read along.</summary>
    public IReadOnlyList<CustomerPhone> Phones => phones;
    public string? Email { get; private set; }
    public LocalDate? Birthday { get; private set; }

    /// <summary>Метки, by which the list is narrowed.</summary>
    public IList<string> Tags { get; private set; } = [];
    public string Notes { get; private set; } = "";

    /// <summary>Where he heard of the company; empty: not known.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Чёрный список: who proved one of his phones books nothing online.</summary>
    public bool IsBlackListed { get; private set; }
    public Instant Created { get; private set; }

    /// <summary>Обезличен: from then on nothing is known of him but his visits. Null: he is not.</summary>
    public Instant? Anonymised { get; private set; }

    /// <summary>Lower-case name and e-mail, and the digits of all phones: SQLite's own lower() knows ASCII only.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>As the company's staff know him. Needs <see cref="Phones"/>.</summary>
    /// <param name="numbers">E.164, no two alike, the main one first.</param>
    public void Correct(string name, IReadOnlyList<string> numbers, string? email)
    {
        phones.RemoveAll(phone => !numbers.Contains(phone.Number));
        foreach (var number in numbers.Where(number => phones.All(phone => phone.Number != number))) phones.Add(new CustomerPhone(this, number));
        foreach (var (index, number) in numbers.Index()) phones.Single(phone => phone.Number == number).MoveTo(index + 1);
        phones.Sort((one, other) => one.Position.CompareTo(other.Position));
        Phone = numbers.Count > 0 ? numbers[0] : null;
        Introduce(name, email);
    }

    /// <summary>What the staff keep in mind of him.</summary>
    public void Describe(LocalDate? birthday, IEnumerable<string> tags, string notes, string source, bool isBlackListed) =>
        (Birthday, Tags, Notes, Source, IsBlackListed) = (birthday, [.. tags], notes, source, isBlackListed);

    /// <summary>Nothing is kept of the person; the documents of his visits have something to refer to. Needs <see cref="Phones"/>.</summary>
    /// <param name="name">What stands instead of his.</param>
    public void Anonymise(string name, Instant now)
    {
        Correct(name, [], null);
        Describe(null, [], "", "", false);
        (SearchText, Anonymised) = ("", now);
    }

    /// <summary>What the verified owner of the phone says of himself. Needs <see cref="Phones"/>.</summary>
    public void Introduce(string name, string? email)
    {
        (Name, Email) = (name, email);
        SearchText = $"{name} {string.Join(' ', phones.Select(phone => phone.Number.TrimStart('+')))} {email}".Trim().ToLowerInvariant();
    }
}

/// <summary>A phone of a customer; within the company it is nobody else's.</summary>
public sealed class CustomerPhone : IOwned
{
    private CustomerPhone() { }

    internal CustomerPhone(Customer customer, string number) => (CompanyId, CustomerId, Number) = (customer.CompanyId, customer.Id, number);

    public int CompanyId { get; private set; }
    public int CustomerId { get; private set; }

    /// <summary>E.164.</summary>
    public string Number { get; private set; } = "";

    /// <summary>From 1; the first is the main one.</summary>
    public int Position { get; private set; }

    internal void MoveTo(int position) => Position = position;
}
