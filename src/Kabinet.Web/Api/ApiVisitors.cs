using Kabinet.Customers;
using Kabinet.OnlineBooking;

namespace Kabinet.Api;

/// <summary>Tokens of the API: each kind begins with a word of its own, so that one is never taken for another.</summary>
internal static class ApiTokens
{
    public const string Booking = "bkg_", Client = "cli_", Key = Staff.ApiKeySecret.Prefix;
}

/// <summary>Who asks, by the token in Authorization.</summary>
internal sealed class ApiVisitors(Devices devices)
{
    /// <summary>The client of a booking.</summary>
    public async Task<(Visitor? Visitor, Problem? Problem)> OfBookingAsync(ApiCall call)
    {
        if (call.Bearer(ApiTokens.Booking) is not { } secret) return (null, call.Refuse(call.HasAuthorization ? ApiReason.TokenUnknown : ApiReason.TokenMissing, "Authorization"));
        return await devices.FindAsync(call.Company.Id, secret, call.Http.RequestAborted) is { } device
            // An account would open the client's other bookings too.
            ? (new Visitor(device.Id, null, call.Address, call.T.Language), null)
            : (null, call.Refuse(ApiReason.TokenUnknown, "Authorization"));
    }

    /// <summary>The client who proved his phone; null: nobody says that he did.</summary>
    public async Task<(int? AccountId, Problem? Problem)> AccountAsync(ApiCall call)
    {
        if (!call.HasAuthorization) return (null, null);
        return call.Bearer(ApiTokens.Client) is { } secret && await devices.FindAsync(call.Company.Id, secret, call.Http.RequestAborted) is { AccountId: { } account }
            ? (account, null)
            : (null, call.Refuse(ApiReason.TokenUnknown, "Authorization"));
    }
}
