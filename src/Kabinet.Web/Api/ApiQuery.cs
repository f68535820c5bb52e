using System.Globalization;
using Kabinet.Exchange;
using Kabinet.Shell;
using NodaTime;

namespace Kabinet.Api;

/// <summary>The parameters of a request's address: each read strictly, all that is wrong with them gathered.</summary>
internal sealed class ApiQuery
{
    private const int MaxSearch = 100;

    private readonly ApiCall call;
    private readonly IQueryCollection query;
    private readonly List<(ApiReason Reason, ProblemError Error)> errors = [];

    /// <param name="known">The names that the endpoint takes; any other is more often a slip of the pen than meant.</param>
    public ApiQuery(ApiCall call, params IReadOnlyCollection<string> known)
    {
        (this.call, query) = (call, call.Http.Request.Query);
        foreach (var name in query.Keys.Except(known)) Add(ApiReason.QueryUnknown, name, Hint(NearestName.Of(name, known)));
    }

    /// <summary>Null: nothing is wrong with what was read.</summary>
    public Problem? Problem => errors.Count == 0 ? null : Api.Problem.Of(errors[0].Reason, [.. errors.Select(one => one.Error)], call.T);

    public IReadOnlyList<int> Ids(string name) => [.. query[name].Select(text => Id(name, text)).OfType<int>()];

    public int? Id(string name) => One(name) is { } text ? Id(name, text) : null;

    /// <summary>Null: any.</summary>
    public int? IdOrAny(string name) => One(name) is { } text && text != "any" ? Id(name, text) : null;

    public LocalDate? Date(string name)
    {
        if (One(name) is not { } text) return null;
        if (TypedDate.Read(text) is { } date) return date;
        Add(ApiReason.QueryInvalid, name, call.T["Нужна дата, например 2026-03-03."]);
        return null;
    }

    /// <summary>One of the enum's words, written in-lower-case.</summary>
    public T? Word<T>(string name) where T : struct, Enum
    {
        if (One(name) is not { } text) return null;
        foreach (var value in Enum.GetValues<T>())
            if (value.Name() == text) return value;
        Add(ApiReason.QueryInvalid, name, call.T["Подходит одно из: {0}.", string.Join(", ", Enum.GetValues<T>().Select(value => value.Name()))]);
        return null;
    }

    /// <summary>A column's word, in-lower-case, with a minus before it for the descending order; null: none is asked for.</summary>
    public (T Column, bool IsDescending)? Order<T>(string name) where T : struct, Enum
    {
        if (One(name) is not { } text) return null;
        foreach (var column in Enum.GetValues<T>())
            if (column.Name() == text.TrimStart('-') && text.Length - column.Name().Length <= 1) return (column, text[0] == '-');
        Add(ApiReason.QueryInvalid, name, call.T["Подходит одно из: {0}; с минусом — по убыванию.", string.Join(", ", Enum.GetValues<T>().Select(column => column.Name()))]);
        return null;
    }

    public bool Flag(string name)
    {
        var text = One(name);
        if (text is not (null or "true" or "false")) Refuse(name, "Нужно true или false.");
        return text == "true";
    }

    /// <summary>From 1, which is where none is asked for.</summary>
    public int Page(string name)
    {
        if (One(name) is not { } text) return 1;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1) return page;
        Refuse(name, "Нужен номер страницы, начиная с 1.");
        return 1;
    }

    /// <summary>Trimmed; empty where none is given.</summary>
    public string Search(string name)
    {
        var text = (One(name) ?? "").Trim();
        if (text.Length > MaxSearch) Refuse(name, "Не больше 100 знаков.");
        // No database looks for it, and nobody types it.
        if (text.Contains('\0')) Refuse(name, "В тексте есть недопустимый знак с кодом 0.");
        return text;
    }

    public string? One(string name)
    {
        if (query[name] is not { Count: > 0 } values) return null;
        if (values.Count > 1) Add(ApiReason.QueryInvalid, name, call.T["Этот параметр указывают один раз."]);
        return values[0] ?? "";
    }

    public void Refuse(string name, string russian) => Add(ApiReason.QueryInvalid, name, call.T[russian]);

    private int? Id(string name, string? text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return id;
        Add(ApiReason.QueryInvalid, name, call.T["Нужен идентификатор — целое число."]);
        return null;
    }

    private string Hint(string nearest) => nearest.Length > 0 ? call.T["Такого параметра нет. Может быть, «{0}»?", nearest] : call.T[ApiReasons.Russian(ApiReason.QueryUnknown)];

    private void Add(ApiReason reason, string name, string detail) => errors.Add((reason, new ProblemError(reason.Name(), name, detail)));
}
