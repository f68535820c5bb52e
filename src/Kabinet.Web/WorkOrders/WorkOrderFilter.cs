using System.Globalization;
using System.Text.Json;
using Kabinet.Shell;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using NodaTime.Text;

namespace Kabinet.WorkOrders;

/// <summary>A ready-made view: новые, сегодня, в работе, просроченные, не оплаченные.</summary>
public enum OrderView { New, Today, InProgress, Overdue, Unpaid }

/// <summary>Актуальность.</summary>
public enum Actuality { NotClosed, Closed }

/// <summary>Оплата.</summary>
public enum PaymentLevel { Paid, Partly, NotPaid }

/// <summary>A shown column by which the list can be sorted.</summary>
public enum OrderColumn { Created, Done, Paid, Number, State, Customer, Start, Finish, Sum }

/// <summary>What of the list is wanted and in which order. It lives in the page's address, so that Back and links work.</summary>
public sealed record WorkOrderFilter
{
    public OrderView? View { get; init; }
    public string Search { get; init; } = "";
    public int? CustomerId { get; init; }
    public int? StateId { get; init; }
    public int? ResourceId { get; init; }
    public int? ServiceId { get; init; }

    /// <summary>The first and the last local date of the start, both included.</summary>
    public LocalDate? From { get; init; }
    public LocalDate? To { get; init; }
    public Actuality? Actuality { get; init; }
    public PaymentLevel? Payment { get; init; }
    public OrderSource? Source { get; init; }
    public OrderColumn Sort { get; init; } = OrderColumn.Created;
    public bool IsDescending { get; init; } = true;

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many fields of the panel at the right narrow the list.</summary>
    public int PanelCount => new object?[] { CustomerId, StateId, ResourceId, ServiceId, From ?? To, Actuality, Payment, Source }.Count(narrowing => narrowing is not null);
    public bool IsNarrowed => PanelCount > 0 || View is not null || Search.Length > 0;

    /// <summary>The same order without any narrowing.</summary>
    public WorkOrderFilter Widened() => new() { Sort = Sort, IsDescending = IsDescending };

    /// <summary>A click on a column's head: sorts by it, and again the other way round.</summary>
    public WorkOrderFilter SortedBy(OrderColumn column) => this with
    {
        Sort = column,
        IsDescending = column == Sort ? !IsDescending : column is OrderColumn.Created or OrderColumn.Sum,
        Page = 1,
    };

    /// <param name="query">With or without the question mark. What makes no sense is left out.</param>
    public static WorkOrderFilter Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Text(string key) => values.TryGetValue(key, out var value) ? value.ToString() : null;
        int? Number(string key) => int.TryParse(Text(key), CultureInfo.InvariantCulture, out var number) ? number : null;

        var sort = Text("sort") ?? "";
        return new WorkOrderFilter
        {
            View = Word<OrderView>(Text("view")),
            Search = (Text("q") ?? "").Trim(),
            CustomerId = Number("customer"),
            StateId = Number("state"),
            ResourceId = Number("resource"),
            ServiceId = Number("service"),
            From = TypedDate.Read(Text("from")),
            To = TypedDate.Read(Text("to")),
            Actuality = Word<Actuality>(Text("actuality")),
            Payment = Word<PaymentLevel>(Text("payment")),
            Source = Word<OrderSource>(Text("source")),
            Sort = Word<OrderColumn>(sort.TrimStart('-')) ?? OrderColumn.Created,
            IsDescending = sort.Length == 0 || sort[0] == '-',
            Page = Math.Max(1, Number("page") ?? 1),
        };
    }

    /// <summary>Only what differs from the default; empty, or beginning with a question mark.</summary>
    public string ToQuery()
    {
        var isUsualOrder = Sort == OrderColumn.Created && IsDescending;
        var values = new Dictionary<string, string?>
        {
            ["view"] = Word(View),
            ["q"] = Search.Length > 0 ? Search : null,
            ["customer"] = Number(CustomerId),
            ["state"] = Number(StateId),
            ["resource"] = Number(ResourceId),
            ["service"] = Number(ServiceId),
            ["from"] = From is { } from ? LocalDatePattern.Iso.Format(from) : null,
            ["to"] = To is { } to ? LocalDatePattern.Iso.Format(to) : null,
            ["actuality"] = Word(Actuality),
            ["payment"] = Word(Payment),
            ["source"] = Word(Source),
            ["sort"] = isUsualOrder ? null : (IsDescending ? "-" : "") + Word<OrderColumn>(Sort),
            ["page"] = Page > 1 ? Number(Page) : null,
        };
        return QueryHelpers.AddQueryString("", values);
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    // In an address a word of the code is written in-lower-case.
    private static string? Word<T>(T? value) where T : struct, Enum =>
        value is { } word ? JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString()) : null;

    private static T? Word<T>(string? text) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Word<T>(value) == text) return value;
        return null;
    }
}
