using System.Globalization;
using Kabinet.Exchange.Tables;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>What a table says of customers: read and written under the same headings, so that what is exported can be loaded again.</summary>
internal static class CustomerColumns
{
    public static readonly TableField Name = new("name", "Имя или название")
    {
        Headings = ["ФИО", "Ф. И. О.", "Полное имя", "Имя клиента", "ФИО клиента", "Клиент", "Покупатель", "Контрагент", "Заказчик", "Имя и фамилия", "Фамилия и имя", "Фамилия Имя Отчество",
            "Name", "Full name", "Client", "Client name", "Customer", "Customer name", "Display name"],
        Parts = ["Фамилия", "Имя", "Отчество", "First name", "Middle name", "Last name", "Surname", "Given name", "Family name"],
        Joint = " ",
        IsRequired = true,
    };

    public static readonly TableField Phone = new("phone", "Телефоны")
    {
        Headings = ["Телефон", "Номер телефона", "Моб. телефон", "Мобильный телефон", "Мобильный", "Сотовый", "Сотовый телефон", "Контактный телефон", "Доп. телефон", "Дополнительный телефон", "Телефон 1", "Телефон 2",
            "Телефон 3", "Домашний телефон", "Рабочий телефон", "Тел.", "Phone", "Phone number", "Phone 1", "Phone 2", "Mobile", "Mobile phone", "Mobile number", "Telephone", "Tel", "Cell phone"],
        Joint = ", ",
    };

    public static readonly TableField Email = new("email", "Почта")
    {
        Headings = ["E-mail", "Эл. почта", "Электронная почта", "Имейл", "Адрес электронной почты", "E-mail address", "Mail"],
    };

    public static readonly TableField Birthday = new("birthday", "День рождения")
    {
        Headings = ["ДР", "Д. р.", "Дата рождения", "Birthday", "Birth date", "Date of birth", "DOB"],
    };

    public static readonly TableField Tags = new("tags", "Метки")
    {
        Headings = ["Теги", "Тег", "Метка", "Категория", "Категории", "Категория клиента", "Категории клиента", "Группа", "Сегмент", "Статус клиента", "Tags", "Tag", "Category", "Categories", "Labels", "Client category"],
        Joint = ", ",
    };

    public static readonly TableField Source = new("source", "Откуда узнал")
    {
        Headings = ["Источник", "Источник рекламы", "Источник привлечения", "Откуда узнал о вас", "Откуда пришёл", "Рекламный источник", "Source", "Referral source", "Lead source", "How did you hear about us"],
    };

    public static readonly TableField Notes = new("notes", "Заметки")
    {
        Headings = ["Комментарий", "Комментарии", "Примечание", "Примечания", "Заметка", "Описание", "Дополнительно", "О клиенте", "Notes", "Note", "Comment", "Comments", "Client notes", "Remarks"],
        Joint = "\n",
    };

    public static readonly TableField BlackList = new("isBlackListed", "В чёрном списке")
    {
        Headings = ["Чёрный список", "Заблокирован", "Запрет записи", "Запретить онлайн-запись", "Blacklist", "Blacklisted", "Blocked", "Banned"],
    };

    public static readonly IReadOnlyList<TableField> All = [Name, Phone, Email, Birthday, Tags, Source, Notes, BlackList];

    /// <summary>What an export writes of a checked form: a text or a day.</summary>
    public static object? Cell(CustomerForm form, TableField field) => field.Key switch
    {
        "name" => form.Name,
        "phone" => string.Join(", ", form.Phones.Select(phone => Phones.Normalise(phone) is { } number ? Phones.Show(number) : phone)),
        "email" => form.Email,
        "birthday" => form.Birthday,
        "tags" => string.Join(", ", form.Tags),
        "source" => form.Source,
        "notes" => form.Notes,
        "isBlackListed" => form.IsBlackListed ? "да" : "",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Key, null),
    };

    /// <summary>The same on the screen.</summary>
    public static string Show(CustomerForm form, TableField field) => Cell(form, field) switch
    {
        LocalDate day => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        var text => text?.ToString() ?? "",
    };

    /// <summary>What is wrong with a row's form, at the column of the file that says it.</summary>
    public static RowProblem Problem(MappedTable table, int row, CustomerForm form, Refusal refusal) => FieldOf(refusal) is { } field
        ? Problem(table, row, refusal.Reason, field, refusal.Field == Phone.Key ? form.Phone ?? "" : refusal.Field == field.Key ? Show(form, field) : form.OtherPhones.ElementAtOrDefault(IndexOf(refusal)) ?? "")
        : new RowProblem(row, "", "", refusal);

    public static RowProblem Problem(MappedTable table, int row, RefusalReason reason, TableField field, string text) =>
        new(row, table.HeadingOf(field) is { Length: > 0 } heading ? heading : field.Name, text, new Refusal(reason, field.Key));

    private static TableField? FieldOf(Refusal refusal) => IsOtherPhone(refusal) ? Phone : All.FirstOrDefault(field => field.Key == refusal.Field);
    private static bool IsOtherPhone(Refusal refusal) => refusal.Field.StartsWith("otherPhones", StringComparison.Ordinal);

    /// <summary>otherPhones[2]; past all of them where the refusal is about their number.</summary>
    private static int IndexOf(Refusal refusal) => int.TryParse(refusal.Field.AsSpan(refusal.Field.IndexOf('[', StringComparison.Ordinal) + 1).TrimEnd(']'), CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue;
}
