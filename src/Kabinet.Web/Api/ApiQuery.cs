using System.Globalization;
using Kabinet.Exchange;
using Kabinet.Shell;
using NodaTime;

namespace Kabinet.Api;

/// <summary>The parameters of a request's address: each read strictly, all that is wrong with them gathered.</summary>
internal sealed class ApiQuery
{
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
