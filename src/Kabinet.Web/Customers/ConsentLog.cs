using Kabinet.Data;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Customers;

/// <param name="Name">Of the client, as his card has it now.</param>
/// <param name="Phone">E.164; null: none.</param>
public sealed record LoggedConsent(Consent Consent, string Name, string? Phone);

/// <param name="Number">Of the page, from 1; the last one where the page asked for is past it.</param>
/// <param name="Count">Of all that the filter lets through.</param>
public sealed record LoggedConsents(IReadOnlyList<LoggedConsent> Rows, int Number, int Count)
{
    public int PageCount => Math.Max(1, (Count + ConsentLog.PageSize - 1) / ConsentLog.PageSize);
}

/// <summary>«Кто согласился»: who agreed to which version when, and withdrew it (152-ФЗ). For owners and managers.</summary>
public sealed class ConsentLog(Databases databases)
{
    public const int PageSize = 50;

    /// <summary>The latest first.</summary>
    public async Task<LoggedConsents> PageAsync(int companyId, ConsentLogFilter filter, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        var found = Narrow(db, filter);
        var count = await found.CountAsync(cancel);
        var number = Math.Clamp(filter.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        return new LoggedConsents(await found.Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancel), number, count);
    }

    /// <summary>All that the filter lets through, whatever the page, the latest first.</summary>
    public async IAsyncEnumerable<LoggedConsent> AllAsync(int companyId, ConsentLogFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        await foreach (var row in Narrow(db, filter).AsAsyncEnumerable().WithCancellation(cancel)) yield return row;
    }

    private static IQueryable<LoggedConsent> Narrow(AppDb db, ConsentLogFilter filter)
    {
        var consents = db.Consents.AsNoTracking();
        if (filter.Kind is { } kind) consents = consents.Where(consent => consent.Kind == kind);
        if (filter.Version is { } version) consents = consents.Where(consent => consent.Version == version);
        if (filter.IsInForce is { } isInForce) consents = consents.Where(consent => consent.Withdrawn == null == isInForce);
        var customers = db.Customers.AsQueryable();
        foreach (var word in SearchWords.Of(filter.Search)) customers = customers.Where(customer => customer.SearchText.Contains(word));
        return consents.Join(customers, consent => consent.CustomerId, customer => customer.Id, (consent, customer) => new { consent, customer })
            // The same order every time, or a row could be on two pages.
            .OrderByDescending(one => one.consent.Given).ThenBy(one => one.consent.Id)
            .Select(one => new LoggedConsent(one.consent, one.customer.Name, one.customer.Phone));
    }
}
