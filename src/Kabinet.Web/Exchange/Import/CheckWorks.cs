namespace Kabinet.Exchange.Import;

/// <summary>The works of an order: ids of services, or lines that say more.</summary>
internal sealed class CheckWorks(CheckCatalogue catalogue, FileProblems problems)
{
    private const int MaxLines = 50, MaxQuantity = 1000;

    /// <summary>Null: they are not known.</summary>
    public IReadOnlyList<CheckedWork>? Run(string path, WorkOrderEntry entry)
    {
        if (entry is { Services: not null, Works: not null }) problems.Add($"{path}.works", "the services are given already: give one of the two");
        var (name, count) = entry.Services is { } services ? ("services", services.Count) : ("works", entry.Works?.Count ?? 0);
        if (entry is { Services: null, Works: null }) problems.Add($"{path}.services", "is missing: an order has a service or more");
        else if (count is 0 or > MaxLines) problems.Add($"{path}.{name}", $"expected 1 to {MaxLines} services, found {count}");
        var works = entry.Services is { } ids
            ? ids.Select((id, i) => Known($"{path}.services[{i}]", id) is { } service ? new CheckedWork(service, 1, null, 0, null) : null).ToList()
            : (entry.Works ?? []).Select((work, i) => Line($"{path}.works[{i}]", work)).ToList();
        return works.Count > 0 && !works.Contains(null) ? [.. works.OfType<CheckedWork>()] : null;
    }

    private int? Known(string path, FileId id) => catalogue.ServiceIds.Find(path, id);

    private CheckedWork? Line(string path, WorkEntry work)
    {
        var service = Known($"{path}.service", work.Service);
        if (work.Quantity is <= 0 or > MaxQuantity) problems.Add($"{path}.quantity", $"expected more than 0 and {MaxQuantity} at most, found {work.Quantity}");
        if (work.Discount is < 0 or > 100) problems.Add($"{path}.discount", $"expected 0 to 100 percent, found {work.Discount}");
        if (work.Done < 0 || work.Done > work.Quantity) problems.Add($"{path}.done", $"expected 0 to the quantity, {work.Quantity}, found {work.Done}");
        var price = CheckCatalogue.Rubles(problems, $"{path}.price", work.Price, 0);
        return service is { } known ? new(known, work.Quantity, price, work.Discount, work.Done) : null;
    }
}
