using Kabinet.Companies;

namespace Kabinet.Customers;

/// <summary>A card that became part of another: who asks for it is led on.</summary>
public sealed class MergedCustomer : IOwned
{
    private MergedCustomer() { }

    public MergedCustomer(int companyId, int id, int intoId) => (CompanyId, Id, IntoId) = (companyId, id, intoId);

    public int CompanyId { get; private set; }

    /// <summary>Of the card that is no more.</summary>
    public int Id { get; private set; }

    /// <summary>Of the customer who stays.</summary>
    public int IntoId { get; private set; }
}
