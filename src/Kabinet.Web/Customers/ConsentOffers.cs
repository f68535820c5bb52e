using Kabinet.Data;
using Kabinet.OnlineBooking;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>The consents that a booking form asks for: the current version of each text; null: there is none, or it was agreed to before.</summary>
public sealed record ConsentOffer(int? PersonalData, int? Advertising);

public sealed class ConsentOffers(Databases databases, IClock clock)
{
    /// <param name="visitor">Null: nobody known, who has agreed to nothing.</param>
    /// <param name="phone">E.164, the phone to be booked with; consent is a person's, not a browser's.</param>
    public async Task<ConsentOffer> FindAsync(int companyId, Visitor? visitor, string? phone, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        var consents = new Consents(db, visitor ?? new Visitor(Guid.Empty, null, "", ""), clock.GetCurrentInstant());
        return new ConsentOffer(
            await consents.ToBeGivenAsync(ConsentKind.PersonalData, phone, cancel),
            await consents.ToBeGivenAsync(ConsentKind.Advertising, phone, cancel));
    }
}
