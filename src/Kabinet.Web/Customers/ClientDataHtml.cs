using System.Globalization;
using System.Net;
using System.Text;
using Kabinet.Shell;

namespace Kabinet.Customers;

/// <summary>The data of a client as a page to read or to print, that needs nothing besides itself. What is not known is left out.</summary>
internal static class ClientDataHtml
{
    private const string Style = "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}"
        + "th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #ccc;white-space:pre-line}h2{margin:2rem 0 .5rem}";

    public static byte[] Of(ClientData data)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"ru\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Safe(data.Name)}</title>\n<style>{Style}</style>\n<h1>{Safe(data.Name)}</h1>\n<p>Всё, что хранит «{Safe(data.Company)}».</p>\n");
        Table(page, "О клиенте", [],
            [.. Facts(data).Where(fact => fact.Text.Length > 0).Select(fact => new[] { fact.Label, fact.Text })]);
        Table(page, "Заказ-наряды", ["№", "Когда", "Что", "Сумма", "Оплачено", "Как назвался", "Комментарий", "Состояние"],
            [.. data.Bookings.Select(one => new[] { Number(one.Number), Stamp(one.Start), string.Join("\n", one.Services), Rubles(one.SumRubles), Rubles(one.PaidRubles),
                string.Join("\n", new[] { one.Name, Phone(one.Phone), one.Email ?? "" }.Where(text => text.Length > 0)), one.Comment, Status(one) })]);
        Table(page, "Согласия", ["Текст", "Редакция", "Дано", "Отозвано", "Сетевой адрес"],
            [.. data.Consents.Select(one => new[] { one.Kind == nameof(ConsentKind.Advertising) ? "Реклама" : "Обработка данных", Number(one.Version), Stamp(one.Given), Stamp(one.Withdrawn), one.Address })]);
        Table(page, "Сообщения", ["Написано", "Кому", "Текст", "Отправлено"],
            [.. data.Messages.Select(one => new[] { Stamp(one.Created), Phone(one.Recipient), one.Text, Stamp(one.Sent) })]);
        Table(page, "Просьбы удалить данные", ["Попросил", "Закрыта", "Почему"],
            [.. data.DeletionRequests.Select(one => new[] { Stamp(one.Asked), Stamp(one.Closed), one.Reason })]);
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static IEnumerable<(string Label, string Text)> Facts(ClientData data)
    {
        yield return ("Телефоны", string.Join(", ", data.OtherPhones.Prepend(data.Phone).Where(phone => phone.Length > 0).Select(Phone)));
        yield return ("Почта", data.Email);
        yield return ("День рождения", data.Birthday ?? "");
        yield return ("В базе с", Stamp(data.KnownSince));
        if (data.WrittenByStaff is not { } words) yield break;
        yield return ("Метки", string.Join(", ", words.Tags));
        yield return ("Откуда узнал о компании", words.Source);
        yield return ("Заметки сотрудников", words.Notes);
        yield return ("Чёрный список", words.IsBlackListed ? "Да" : "");
    }

    private static void Table(StringBuilder page, string title, string[] heads, IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0) return;
        page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2>\n<table>\n");
        if (heads.Length > 0) page.Append(CultureInfo.InvariantCulture, $"<thead><tr>{string.Concat(heads.Select(head => $"<th scope=\"col\">{head}</th>"))}</tr></thead>\n");
        foreach (var row in rows) page.Append(CultureInfo.InvariantCulture, $"<tr>{string.Concat(row.Select(cell => $"<td>{Safe(cell)}</td>"))}</tr>\n");
        page.Append("</table>\n");
    }

    private static string Status(ClientData.BookingData booking) => booking.Status switch
    {
        nameof(WorkOrders.OrderStatus.Open) => "Открыт",
        nameof(WorkOrders.OrderStatus.InProgress) => "В работе",
        nameof(WorkOrders.OrderStatus.Completed) => "Выполнен",
        _ => string.IsNullOrEmpty(booking.CancelReason) ? "Отменён" : $"Отменён: {booking.CancelReason}",
    };

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
    private static string Phone(string phone) => phone is ['+', ..] ? Phones.Show(phone) : phone;
    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
    private static string Rubles(decimal rubles) => Texts.Russian.Price(new Money((long)(rubles * 100)));
    private static string Stamp(DateTimeOffset? at) => at?.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture) ?? "";
}
