using Kabinet.Staff;

namespace Kabinet.Api;

/// <summary>Who asks for the back office: a program with a key, for what its access opens.</summary>
internal sealed class ApiCallers(ApiKeys keys, KeyLimits limits)
{
    public async Task<(ApiCaller? Caller, Problem? Problem)> WithAsync(ApiCall call, ApiAccess needed)
    {
        var (caller, unknown) = await FindAsync(call);
        if (caller is null) return (null, limits.WaitOfStranger(call.Address) is { } patience ? TooMany(call, patience) : unknown);
        if (limits.Wait(caller) is { } wait) return (null, TooMany(call, wait));
        return caller.May(needed)
            ? (caller, null)
            : (null, call.Refuse(ApiReason.AccessMissing, "Authorization", call.T["Ключу «{0}» не хватает доступа {1}. Создайте ключ с ним в настройках.", caller.Name, needed.Name()]));
    }

    private async Task<(ApiCaller?, Problem?)> FindAsync(ApiCall call)
    {
        if (call.Bearer(ApiTokens.Key) is not { } rest) return (null, call.Refuse(call.HasAuthorization ? ApiReason.TokenUnknown : ApiReason.TokenMissing, "Authorization"));
        var found = await keys.FindAsync(call.Company.Id, ApiTokens.Key + rest, call.Http.RequestAborted);
        return found.IsRefused ? (null, call.Refuse(found.Refusals[0].Reason, "Authorization")) : (found.Value, null);
    }

    private static Problem TooMany(ApiCall call, TimeSpan wait) => call.Refuse(ApiReason.TooManyRequests) with { RetryAfter = wait };
}
