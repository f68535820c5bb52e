using Kabinet.Exchange.Tables;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>A row of a table as a customer's form. What it does not say is empty in the form, and means nothing.</summary>
/// <param name="Form">Checked, if there are no problems; its name may be empty.</param>
/// <param name="SaysBlackList">Is anything said of the black list?</param>
internal sealed record ReadCustomer(int Row, CustomerForm Form, bool SaysBlackList, IReadOnlyList<RowProblem> Problems)
{
    private static readonly char[] BetweenPhones = [',', ';', '/', '\n', '|'], BetweenTags = [',', ';', '\n', '|'];

    public static ReadCustomer Of(MappedTable table, TableRow row, LocalDate today)
    {
        string Text(TableField field) => CellWords.Meant(table.Text(row, field));
        var (birthday, flag) = (Text(CustomerColumns.Birthday), table.Text(row, CustomerColumns.BlackList));
        var isBlackListed = CellWords.Flag(flag, out var isFlagKnown);
        var phones = CellWords.List(table.Text(row, CustomerColumns.Phone), BetweenPhones).DistinctBy(phone => Phones.Normalise(phone) ?? phone).ToList();
        var form = new CustomerForm(string.Join(' ', table.Text(row, CustomerColumns.Name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), phones.FirstOrDefault(), Text(CustomerColumns.Email))
        {
            OtherPhones = [.. phones.Skip(1)],
            Birthday = TypedDay.Read(birthday, today),
            Tags = CellWords.List(table.Text(row, CustomerColumns.Tags), BetweenTags),
            Source = Text(CustomerColumns.Source),
            Notes = Text(CustomerColumns.Notes),
            IsBlackListed = isBlackListed ?? false,
        };
        List<RowProblem> unread = [];
        if (birthday.Length > 0 && form.Birthday is null) unread.Add(CustomerColumns.Problem(table, row.Number, RefusalReason.DayUnreadable, CustomerColumns.Birthday, birthday));
        if (!isFlagKnown) unread.Add(CustomerColumns.Problem(table, row.Number, RefusalReason.FlagUnreadable, CustomerColumns.BlackList, flag));
        // Who has the phone is known by it: a name is asked for only where there is no card yet.
        var check = (form.Name!.Length > 0 ? form : form with { Name = "?" }).Check(today);
        return new ReadCustomer(row.Number, check.IsRefused ? form : check.Value with { Name = form.Name }, isBlackListed is not null,
            [.. unread, .. check.Refusals.Select(refusal => CustomerColumns.Problem(table, row.Number, form, refusal))]);
    }

    /// <summary>What the card says afterwards, unchecked.</summary>
    /// <param name="overwrites">Also what the card says already. Phones are added either way: by each of them somebody may be known in the cabinet.</param>
    public CustomerForm Onto(CustomerForm card, bool overwrites)
    {
        string Text(string known, string said) => said.Length > 0 && (overwrites || known.Length == 0) ? said : known;
        var phones = overwrites ? Form.Phones.Union(card.Phones) : card.Phones.Union(Form.Phones);
        return card with
        {
            Name = Text(card.Name ?? "", Form.Name ?? ""),
            Phone = phones.FirstOrDefault(),
            OtherPhones = [.. phones.Skip(1)],
            Email = Text(card.Email ?? "", Form.Email ?? ""),
            Birthday = overwrites ? Form.Birthday ?? card.Birthday : card.Birthday ?? Form.Birthday,
            Tags = Form.Tags.Count > 0 && (overwrites || card.Tags.Count == 0) ? Form.Tags : card.Tags,
            Source = Text(card.Source, Form.Source),
            Notes = Text(card.Notes, Form.Notes),
            IsBlackListed = SaysBlackList && (overwrites || !card.IsBlackListed) ? Form.IsBlackListed : card.IsBlackListed,
        };
    }
}
