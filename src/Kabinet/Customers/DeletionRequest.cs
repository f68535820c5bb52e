using Kabinet.Companies;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>How a request for deletion ended: the customer was anonymised, he thought better of it, or his data stay for a reason that he is told.</summary>
public enum DeletionOutcome { Done, Withdrawn, Refused }

/// <summary>Просьба удалить данные: a client asks the company to forget him (152-ФЗ, art. 21). How it ended is kept as the evidence.</summary>
public sealed class DeletionRequest : IOwned
{
    /// <summary>What the law gives the company.</summary>
    public static readonly Period Term = Period.FromDays(30);

    /// <summary>In characters.</summary>
    public const int MaxReasonLength = 500;

    private DeletionRequest() { }

    public DeletionRequest(int companyId, int id, int customerId, string language, Instant asked) =>
        (CompanyId, Id, CustomerId, Language, Asked) = (companyId, id, customerId, language, asked);

    public int CompanyId { get; private set; }
    public int Id { get; private set; }
    public int CustomerId { get; private set; }

    /// <summary>ru or en: in which he is told that it is done.</summary>
    public string Language { get; private set; } = "ru";
    public Instant Asked { get; private set; }

    /// <summary>Null: it waits for the staff.</summary>
    public Instant? Closed { get; private set; }
    public DeletionOutcome? Outcome { get; private set; }

    /// <summary>Why the data stay; empty where nobody refused.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The last day on which it is done in time, of the company's calendar.</summary>
    public LocalDate DueOn(DateTimeZone zone) => Asked.InZone(zone).Date + Term;

    public void Close(DeletionOutcome outcome, Instant now, string reason = "")
    {
        if (Closed is not null) throw new InvalidOperationException($"Request {Id} is closed already");
        (Closed, Outcome, Reason) = (now, outcome, reason);
    }
}
