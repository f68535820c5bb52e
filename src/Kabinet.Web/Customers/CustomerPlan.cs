using Kabinet.Data;
using Kabinet.Exchange.Tables;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>
/// What becomes of rows, read against the company's base some at a time. A card is found by any phone of the row; without one, a card that has no
/// phone either is found by its name and e-mail, so that a table which is loaded twice makes nobody twice.
/// </summary>
/// <param name="customers">Of the company, tracked or not, with their phones.</param>
internal sealed class CustomerPlan(AppDb db, MappedTable table, IQueryable<Customer> customers, bool overwrites, LocalDate today)
{
    private readonly Dictionary<string, int> rowOfPhone = [];
    private readonly Dictionary<int, int> rowOfCard = [];
    private readonly Dictionary<(string, string), int> rowOfName = [];

    public async Task<IReadOnlyList<PlannedRow<CustomerForm, Customer>>> OfAsync(IReadOnlyList<ReadCustomer> rows, CancellationToken cancel)
    {
        List<string> numbers = [.. rows.Where(row => row.Problems.Count == 0).SelectMany(row => row.Form.Phones).Distinct()];
        List<string> names = [.. rows.Where(row => row.Form.Phones.Count == 0).Select(row => row.Form.Name!).Distinct()];
        // Phones that are tracked before their customers would be his in the order of their numbers.
        var owners = await db.CustomerPhones.AsNoTracking().Where(phone => numbers.Contains(phone.Number)).ToDictionaryAsync(phone => phone.Number, phone => phone.CustomerId, cancel);
        List<int> ids = [.. owners.Values.Distinct()];
        var cards = await customers.Where(card => ids.Contains(card.Id)).ToDictionaryAsync(card => card.Id, cancel);
        var unreachable = names.Count == 0 ? [] : (await customers.Where(card => card.Phone == null && card.Anonymised == null && names.Contains(card.Name)).ToListAsync(cancel))
            .GroupBy(card => KeyOf(card.Name, card.Email)).ToDictionary(same => same.Key, same => same.MinBy(card => card.Id)!);
        return [.. rows.Select(row => Plan(row, owners, cards, unreachable))];
    }

    private PlannedRow<CustomerForm, Customer> Plan(ReadCustomer row, Dictionary<string, int> owners, Dictionary<int, Customer> cards, Dictionary<(string, string), Customer> unreachable)
    {
        if (row.Problems.Count > 0) return Refused(row, row.Problems);
        List<int> known = [.. row.Form.Phones.Where(owners.ContainsKey).Select(phone => owners[phone]).Distinct()];
        if (known.Count > 1) return Refused(row, RefusalReason.PhonesOfSeveral, CustomerColumns.Phone);
        var card = known.Count == 1 ? cards[known[0]] : row.Form.Phones.Count == 0 ? unreachable.GetValueOrDefault(KeyOf(row.Form.Name, row.Form.Email)) : null;
        if (card is null && row.Form.Name!.Length == 0) return Refused(row, RefusalReason.NameEmpty, CustomerColumns.Name);
        if (EarlierRow(row, card) is { } earlier) return PlannedRow<CustomerForm, Customer>.Repeated(row.Row, row.Form, earlier);

        Remember(row, card);
        if (card is null) return new(row.Row, RowFate.New, row.Form, null, []);
        var before = CustomerForm.Of(card);
        var after = row.Onto(before, overwrites).Check(today);
        if (after.IsRefused) return Refused(row, [.. after.Refusals.Select(refusal => CustomerColumns.Problem(table, row.Row, row.Form, refusal))]);
        return new(row.Row, after.Value.IsSameAs(before) ? RowFate.Same : RowFate.Changed, after.Value, card, []);
    }

    private int? EarlierRow(ReadCustomer row, Customer? card)
    {
        if (card is not null && rowOfCard.TryGetValue(card.Id, out var ofCard)) return ofCard;
        foreach (var phone in row.Form.Phones)
            if (rowOfPhone.TryGetValue(phone, out var ofPhone)) return ofPhone;
        return row.Form.Phones.Count == 0 && rowOfName.TryGetValue(KeyOf(row.Form.Name, row.Form.Email), out var ofName) ? ofName : null;
    }

    private void Remember(ReadCustomer row, Customer? card)
    {
        if (card is not null) rowOfCard[card.Id] = row.Row;
        foreach (var phone in row.Form.Phones) rowOfPhone[phone] = row.Row;
        if (row.Form.Phones.Count == 0) rowOfName[KeyOf(row.Form.Name, row.Form.Email)] = row.Row;
    }

    private static (string, string) KeyOf(string? name, string? email) => (name ?? "", email?.ToLowerInvariant() ?? "");

    private PlannedRow<CustomerForm, Customer> Refused(ReadCustomer row, RefusalReason reason, TableField field) =>
        Refused(row, [CustomerColumns.Problem(table, row.Row, reason, field, CustomerColumns.Show(row.Form, field))]);

    private static PlannedRow<CustomerForm, Customer> Refused(ReadCustomer row, IReadOnlyList<RowProblem> problems) => new(row.Row, RowFate.Refused, row.Form, null, problems);
}
